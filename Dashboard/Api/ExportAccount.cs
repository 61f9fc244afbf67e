namespace Dashboard.Api;

/// <summary>What a process says that it exported, beside what is stored of it.</summary>
public sealed record ExportAccount
{
    /// <summary>service.name.</summary>
    public required string Service { get; init; }

    /// <summary>service.instance.id.</summary>
    public required string Instance { get; init; }

    /// <summary>Spans.</summary>
    public required ExportBalance Spans { get; init; }

    /// <summary>Log records.</summary>
    public required ExportBalance Logs { get; init; }

    /// <summary>Metric points.</summary>
    public required ExportBalance MetricPoints { get; init; }
}
