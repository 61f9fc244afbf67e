namespace Dashboard.Lab.Figures;

/// <summary>How a part of the pipeline does.</summary>
public enum StationState
{
    /// <summary>It keeps up.</summary>
    Ok,

    /// <summary>It is near a limit, or some of its work fails.</summary>
    Strained,

    /// <summary>More comes than it can take.</summary>
    Overloaded,
}
