using Dashboard.Telemetry.Queries;
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
        api.MapGet("/traces", ListAsync);
        api.MapGet("/traces/{traceId}", FindAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<TraceSummary>>, ProblemHttpResult>> ListAsync(
        ITraceQueries queries, string? correlationId, int? limit, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > MaximumLimit)
        {
            return Problems.BadRequest($"limit: must be a whole number from 1 to {MaximumLimit}.");
        }

        var page = await queries.ListAsync(
            new() { CorrelationId = correlationId, Limit = limit ?? DefaultLimit, Descending = correlationId is null }, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<TraceSummary>>([.. page.Items.Select(trace => new TraceSummary(trace))]);
    }

    private static async Task<Results<Ok<TraceDetail>, ProblemHttpResult>> FindAsync(
        ITraceQueries queries, string traceId, CancellationToken cancellationToken)
    {
        if (!TraceId.TryParse(traceId, out var id))
        {
            return Problems.BadRequest("A trace id has 32 hexadecimal digits that are not all 0.");
        }

        return await queries.FindAsync(id, cancellationToken) is { } trace
            ? TypedResults.Ok(new TraceDetail(trace))
            : Problems.NotFound($"Trace {id} is not held: it never came, or has been trimmed.");
    }
}
