using Dashboard.Story;
using Microsoft.AspNetCore.Http.Extensions;

namespace Dashboard.Components.Formats;

/// <summary>Addresses of what is kept of a run; without a run: of what this process holds.</summary>
internal static class RunAddress
{
    /// <summary>The story of an order.</summary>
    public static string Story(string correlationId, string? run) => $"/story/{Uri.EscapeDataString(correlationId)}{Query(("run", run))}";

    /// <summary>The story of any order that ended so, another each time.</summary>
    public static string AnyStory(OrderStatus status, string? run) => $"/story{Query(("run", run), ("any", status.ToString().ToLowerInvariant()))}";

    /// <summary>A trace, with a span's details if one is named.</summary>
    public static string Trace(string traceId, string? run, string? span = null) => $"/traces/{traceId}{Query(("run", run), ("span", span))}";

    private static string Query(params IEnumerable<(string Name, string? Value)> parts) => new QueryBuilder(
        parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value!))).ToString();
}
