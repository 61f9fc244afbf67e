using Dashboard.Telemetry.Traces;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Api;

/// <summary><c>/api/traces</c>.</summary>
internal static class TracesApi
{
    private const int DefaultLimit = 100;
    private const int MaximumLimit = 1_000;

    /// <summary>Maps it.</summary>
    public static void MapTracesApi(this RouteGroupBuilder api)
    {
        api.MapGet("/traces", List);
        api.MapGet("/traces/{traceId}", Find);
    }

    private static Results<Ok<IReadOnlyList<TraceSummary>>, ProblemHttpResult> List(TraceStore store, string? correlationId, int? limit)
    {
        if (limit is < 1 or > MaximumLimit)
        {
            return Problems.BadRequest($"limit: must be a whole number from 1 to {MaximumLimit}.");
        }

        var traces = correlationId is null ? store.Newest(limit ?? DefaultLimit) : store.FindByCorrelationId(correlationId);
        return TypedResults.Ok<IReadOnlyList<TraceSummary>>([.. traces.Select(trace => new TraceSummary(trace))]);
    }

    private static Results<Ok<TraceDetail>, ProblemHttpResult> Find(TraceStore store, string traceId)
    {
        if (!TraceId.TryParse(traceId, out var id))
        {
            return Problems.BadRequest("A trace id has 32 hexadecimal digits that are not all 0.");
        }

        return store.Find(id) is { } trace
            ? TypedResults.Ok(new TraceDetail(trace))
            : Problems.NotFound($"Trace {id} is not held: it never came, or has been trimmed.");
    }
}
