namespace Dashboard.Api;

/// <summary>What all processes together say that they exported, beside what is stored of them.</summary>
public sealed record ExportTotals
{
    /// <summary>Processes that say so; what others sent is in none of the figures.</summary>
    public required int Processes { get; init; }

    /// <summary>Spans.</summary>
    public required ExportBalance Spans { get; init; }

    /// <summary>Log records.</summary>
    public required ExportBalance Logs { get; init; }

    /// <summary>Metric points.</summary>
    public required ExportBalance MetricPoints { get; init; }

    internal static ExportTotals Of(IReadOnlyList<ExportAccount> accounts) => new()
    {
        Processes = accounts.Count,
        Spans = ExportBalance.Sum(accounts.Select(account => account.Spans)),
        Logs = ExportBalance.Sum(accounts.Select(account => account.Logs)),
        MetricPoints = ExportBalance.Sum(accounts.Select(account => account.MetricPoints)),
    };
}
