namespace Dashboard.Resources;

/// <summary>What came of a command.</summary>
internal enum ResourceCommandOutcome
{
    /// <summary>It was done.</summary>
    Succeeded,

    /// <summary>It was not, or it is not known.</summary>
    Failed,

    /// <summary>It was called off.</summary>
    Cancelled,
}
