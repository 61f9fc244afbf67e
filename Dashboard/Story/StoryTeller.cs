using Dashboard.Runs;
using Dashboard.Telemetry.Queries;
using Dashboard.Views.Traces;

namespace Dashboard.Story;

/// <summary>Puts together what is known of an order: its logs, its trace, its end.</summary>
internal sealed class StoryTeller(RunArchive archive, RunCatalog runs)
{
    private const int MostLines = 2_000;
    private const int MostHaystack = 12;

    /// <summary>Where nothing says when an order ended, lines are looked for this long, real time.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(1);

    /// <summary>The story of an order; null if nothing that is held of the run names it.</summary>
    /// <param name="run">The run that it belongs to; null or empty: what this process holds.</param>
    /// <param name="correlationId">The order.</param>
    /// <param name="cancellationToken">Nobody listens any more.</param>
    /// <exception cref="RunNotReadableException">The run's telemetry is not kept, or cannot be read.</exception>
    public async Task<OrderStory?> TellAsync(string? run, string correlationId, CancellationToken cancellationToken)
    {
        using var telemetry = await archive.OpenAsync(run, cancellationToken);
        var (orders, traces, logs) = (new OrderQueries(telemetry.Source), telemetry.Traces, telemetry.Logs);
        if (await orders.FindAsync(correlationId, cancellationToken) is not { } order)
        {
            return null;
        }

        var trace = order.TraceId.IsEmpty ? null : await traces.FindAsync(order.TraceId, cancellationToken);
        var lines = await logs.PageAsync(new LogFilter { CorrelationId = correlationId }, 0, MostLines, cancellationToken);
        var scene = trace is null ? null : TraceScene.Of(trace, []) with { EarlierRun = telemetry.Earlier };
        var from = order.AcceptedAt ?? scene?.Tree.Start;
        var haystack = lines.Rows.Count > 0 || from is null
            ? null
            : await logs.PageAsync(new LogFilter { From = from, To = order.EndedAt ?? from + Unknown }, 0, MostHaystack, cancellationToken);
        return new()
        {
            Order = order,
            EarlierRun = telemetry.Earlier,
            Scene = scene,
            Lines = [.. lines.Rows.Select(StoryLine.Of)],
            LinesMeanwhile = haystack?.Total ?? 0,
            Haystack = haystack is null ? [] : [.. haystack.Rows.Select(StoryLine.Of)],
        };
    }

    /// <summary>An order of a run that ended so, another each time; null if there is none.</summary>
    /// <param name="run">The run; null or empty: any that this process holds.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="cancellationToken">Nobody waits for it any more.</param>
    /// <exception cref="RunNotReadableException">The run's telemetry is not kept, or cannot be read.</exception>
    public async Task<string?> AnyAsync(string? run, OrderStatus status, CancellationToken cancellationToken)
    {
        using var telemetry = await archive.OpenAsync(run, cancellationToken);
        var report = string.IsNullOrEmpty(run) ? null : runs.Find(run)?.Report;
        return await new OrderQueries(telemetry.Source)
            .AnyAsync(status, report?.StartedAt, report?.StartedAt.AddSeconds(report.RealSeconds), cancellationToken);
    }
}
