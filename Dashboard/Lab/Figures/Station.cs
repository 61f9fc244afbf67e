namespace Dashboard.Lab.Figures;

/// <summary>A part of the pipeline, ready to be drawn.</summary>
public sealed record Station
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is on AWS.</summary>
    public required string Kind { get; init; }

    /// <summary>How it does.</summary>
    public StationState State { get; init; }

    /// <summary>Why it is not well, a few words each.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The one figure to be read from afar.</summary>
    public required string Figure { get; init; }

    /// <summary>What that figure counts.</summary>
    public required string Unit { get; init; }

    /// <summary>How full it is, 0 to 1; null: it has no bound.</summary>
    public double? Fill { get; init; }

    /// <summary>The same in words.</summary>
    public string FillText { get; init; } = "";

    /// <summary>Further figures, name and value.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; init; } = [];

    /// <summary>The state in a word.</summary>
    public string Word => State switch
    {
        StationState.Ok => "OK",
        StationState.Strained => "Strained",
        _ => "Overloaded",
    };
}
