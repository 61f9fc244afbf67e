namespace Dashboard.Lab.Figures;

/// <summary>Whether events take a path.</summary>
public enum PathUse
{
    /// <summary>They do not.</summary>
    Idle,

    /// <summary>New ones do.</summary>
    InUse,

    /// <summary>The stack is being updated: new events may take either.</summary>
    Switching,

    /// <summary>No new ones, but earlier ones are still on it.</summary>
    Draining,
}
