using Dashboard.Telemetry.Traces;

namespace Dashboard.Views.Traces;

/// <summary>A trace in a few figures.</summary>
/// <param name="Spans">Spans held.</param>
/// <param name="Errors">Of them failed.</param>
/// <param name="Depth">The longest way from the top, in spans.</param>
/// <param name="Services">The services that took part, by their first span, and how many spans each has.</param>
/// <param name="Orphans">Spans that name a parent that is not held.</param>
/// <param name="Duration">From the first start to the last end, real time.</param>
/// <param name="Speed">Simulated seconds a real one.</param>
/// <param name="Waited">Of the duration: when the critical path ran through no span at work.</param>
internal sealed record TraceTotals(
    int Spans,
    int Errors,
    int Depth,
    IReadOnlyList<(string Service, int Spans)> Services,
    int Orphans,
    TimeSpan Duration,
    double Speed,
    TimeSpan Waited)
{
    /// <summary>The duration on the simulated clock; null where time is real.</summary>
    public TimeSpan? Simulated => Speed == 1 ? null : Duration * Speed;

    /// <summary>Counts.</summary>
    public static TraceTotals Of(TraceTree tree, IReadOnlyList<PathSegment> path) => new(
        tree.Nodes.Count,
        tree.Nodes.Count(node => node.Span.Status == SpanStatus.Error),
        tree.Nodes.Select(node => node.Depth + 1).DefaultIfEmpty().Max(),
        [.. tree.Nodes.OrderBy(node => node.Span.Start).GroupBy(node => node.Span.Resource.Key.Service).Select(group => (group.Key, group.Count()))],
        tree.Nodes.Count(node => node.IsOrphan),
        tree.Duration,
        // The top may be something on real time that the lab's own processes answer to.
        tree.Nodes.Select(node => node.Span.Resource.Clock.Speed).FirstOrDefault(speed => speed != 1, 1),
        TimeSpan.FromTicks(path.Where(segment => segment.IsWait).Sum(segment => segment.Duration.Ticks)));
}
