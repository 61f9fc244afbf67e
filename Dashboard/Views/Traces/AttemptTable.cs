using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Views.Traces;

/// <summary>All that was tried several times, as a table.</summary>
internal static class AttemptTable
{
    /// <summary>The tries, by start.</summary>
    public static IReadOnlyList<AttemptRow> Of(TraceTree tree) =>
    [
        .. tree.Nodes.Where(node => node.Attempt is not null)
            .OrderBy(node => node.Span.Start)
            .Select(node => new AttemptRow(node, Outer(node), node.Attempt!.ToString(), Result(node.Span), node.Span.Status == SpanStatus.Error)),
    ];

    /// <summary>How a span ended, in a word or two.</summary>
    public static string Result(SpanRecord span)
    {
        if (span.Tags.Find("http.response.status_code") is { Length: > 0 } status)
        {
            return status;
        }

        return span.Status == SpanStatus.Error ? span.Tags.Find("error.type") ?? span.StatusMessage ?? "error" : "ok";
    }

    private static string? Outer(SpanNode node)
    {
        for (var above = node.Parent; above is not null; above = above.Parent)
        {
            if (above.Attempt is { } outer)
            {
                return outer.ToString();
            }
        }

        return null;
    }
}
