using Dashboard.Telemetry.Queries;
using Dashboard.Views.Traces;

namespace Dashboard.Story;

/// <summary>Puts together what is known of an order: its logs, its trace, its end.</summary>
internal sealed class StoryTeller(OrderQueries orders, ITraceQueries traces, ILogQueries logs)
{
    private const int MostLines = 2_000;
    private const int MostHaystack = 12;

    /// <summary>Where nothing says when an order ended, lines are looked for this long, real time.</summary>
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(1);

    /// <summary>The story of an order; null if nothing that is held names it.</summary>
    public async Task<OrderStory?> TellAsync(string correlationId, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(correlationId, cancellationToken) is not { } order)
        {
            return null;
        }

        var trace = order.TraceId.IsEmpty ? null : await traces.FindAsync(order.TraceId, cancellationToken);
        var lines = await logs.PageAsync(new LogFilter { CorrelationId = correlationId }, 0, MostLines, cancellationToken);
        var scene = trace is null ? null : TraceScene.Of(trace, []);
        var from = order.AcceptedAt ?? scene?.Tree.Start;
        var haystack = lines.Rows.Count > 0 || from is null
            ? null
            : await logs.PageAsync(new LogFilter { From = from, To = order.EndedAt ?? from + Unknown }, 0, MostHaystack, cancellationToken);
        return new()
        {
            Order = order,
            Scene = scene,
            Lines = [.. lines.Rows.Select(StoryLine.Of)],
            LinesMeanwhile = haystack?.Total ?? 0,
            Haystack = haystack is null ? [] : [.. haystack.Rows.Select(StoryLine.Of)],
        };
    }

    /// <summary>An order that ended so, another each time; null if there is none.</summary>
    public Task<string?> AnyAsync(OrderStatus status, CancellationToken cancellationToken) => orders.AnyAsync(status, cancellationToken);
}
