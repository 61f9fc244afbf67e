namespace Dashboard.Views.Traces;

/// <summary>A whole trace in a few lanes: neighbouring lines share one, and what lies side by side there is drawn once.</summary>
internal static class Minimap
{
    /// <summary>A gap narrower than this, in percent, is not drawn.</summary>
    private const double Resolution = 0.25;

    /// <summary>The stretches of each lane.</summary>
    /// <param name="tree">The trace.</param>
    /// <param name="lanes">How many lanes there is room for.</param>
    public static IReadOnlyList<MinimapBar> Bars(TraceTree tree, int lanes)
    {
        var scale = new TimeScale(tree.Start, tree.End);
        var perLane = Math.Max(1, (tree.Nodes.Count + lanes - 1) / lanes);
        List<MinimapBar> bars = [];
        foreach (var (lane, nodes) in tree.Nodes.Chunk(perLane).Index())
        {
            foreach (var service in nodes.GroupBy(node => (node.Span.Resource.Key.Service, IsError: node.Span.Status == Telemetry.Traces.SpanStatus.Error)))
            {
                Merge(bars, lane, service.Key.Service, service.Key.IsError, service.Select(node => scale.Bar(node.Span.Start, node.End)!.Value));
            }
        }

        return bars;
    }

    private static void Merge(List<MinimapBar> bars, int lane, string service, bool isError, IEnumerable<Bar> parts)
    {
        double? left = null;
        var right = 0.0;
        foreach (var part in parts.OrderBy(part => part.Left))
        {
            if (left is { } begun && part.Left > right + Resolution)
            {
                bars.Add(new(lane, service, isError, new(begun, right - begun)));
                left = part.Left;
            }

            left ??= part.Left;
            right = Math.Max(right, part.Left + part.Width);
        }

        bars.Add(new(lane, service, isError, new(left!.Value, right - left.Value)));
    }
}
