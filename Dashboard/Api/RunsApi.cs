using Dashboard.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Scenarios.Reports;

namespace Dashboard.Api;

/// <summary><c>/api/runs</c>.</summary>
internal static class RunsApi
{
    private const int LongestScenario = 100;

    /// <summary>Maps it.</summary>
    public static void MapRunsApi(this RouteGroupBuilder api)
    {
        var runs = api.MapGroup("/runs");
        runs.MapGet("/", (RunBook book) => book.Finished);
        runs.MapPost("/", BeginAsync);
        runs.MapGet("/current", Results<Ok<LiveRun>, ProblemHttpResult> (RunBook book) =>
            book.Live() is { } live ? TypedResults.Ok(live) : NoRun());
        runs.MapGet("/current/report", Results<Ok<RunReport>, ProblemHttpResult> (RunBook book) =>
            book.Report() is { } report ? TypedResults.Ok(report) : NoRun());
        runs.MapPost("/current/finish", FinishAsync);
        runs.MapGet("/{id}", Find);
    }

    private static async Task<Results<Created<RunCreated>, ProblemHttpResult>> BeginAsync(
        RunRequest request, RunBook book, CancellationToken cancellationToken)
    {
        if (request.Scenario is not { Length: > 0 and <= LongestScenario } scenario)
        {
            return Problems.BadRequest($"scenario: must be a name of 1 to {LongestScenario} characters.");
        }

        if (request.Speed is not (>= 0.1 and <= 100))
        {
            return Problems.BadRequest("speed: must be a number from 0.1 to 100.");
        }

        var start = await book.BeginAsync(scenario, request.FlowControl, request.Speed, request.Seed, cancellationToken);
        return TypedResults.Created($"/api/runs/{start.Id}", new RunCreated(start.Id, start.StartedAt));
    }

    private static async Task<Results<Ok<RunReport>, ProblemHttpResult>> FinishAsync(
        FinishRequest request, RunBook book, CancellationToken cancellationToken) =>
        await book.FinishAsync(request.Drained, request.Load, cancellationToken) is { } report ? TypedResults.Ok(report) : NoRun();

    private static Results<Ok<FinishedRun>, ProblemHttpResult> Find(string id, RunBook book) =>
        book.Finished.FirstOrDefault(run => run.Id == id) is { } run
            ? TypedResults.Ok(run)
            : Problems.NotFound($"There is no finished run {id} among the latest of this process.");

    private static ProblemHttpResult NoRun() => Problems.NotFound("There has been no run yet: POST /api/runs begins one.");
}
