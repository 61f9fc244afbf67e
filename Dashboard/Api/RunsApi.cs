using System.Text;
using Dashboard.Lab.Control;
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
        runs.MapGet("/", (RunCatalog catalog) => catalog.All);
        runs.MapPost("/", BeginAsync).WithMetadata(new ExpectedBody("{\"scenario\": \"readme\", \"flowControl\": false, \"speed\": 10, \"seed\": 1}"));
        runs.MapGet("/current", Results<Ok<LiveRun>, ProblemHttpResult> (RunBook book) =>
            book.Live() is { } live ? TypedResults.Ok(live) : NoRun());
        runs.MapGet("/current/report", Results<Ok<RunReport>, ProblemHttpResult> (RunBook book) =>
            book.Report() is { } report ? TypedResults.Ok(report) : NoRun());
        runs.MapPost("/current/finish", FinishAsync).WithMetadata(new ExpectedBody("{\"drained\": true or false, \"load\": null or {\"planned\": 500, …}}"));
        runs.MapGet("/{id}", Find);
        runs.MapPatch("/{id}", Rename).WithMetadata(new ExpectedBody("{\"name\": \"…\"}"));
        runs.MapDelete("/{id}", Delete);
        runs.MapGet("/{id}/minutes.csv", Minutes);
        runs.MapGet("/{id}/telemetry.duckdb", Telemetry);
    }

    private static async Task<Results<Created<RunCreated>, ProblemHttpResult>> BeginAsync(
        RunRequest request, RunBook book, FlowDesk flow, CancellationToken cancellationToken)
    {
        if (request.Scenario is not { Length: > 0 and <= LongestScenario } scenario || !VisibleText.Is(scenario))
        {
            return Problems.BadRequest($"scenario: must be a name of 1 to {LongestScenario} characters, none of them a control character or a change of direction.");
        }

        if (request.Speed is not (>= 0.1 and <= 100))
        {
            return Problems.BadRequest("speed: must be a number from 0.1 to 100.");
        }

        // Who announces the run knows how the stack was created; somebody may have turned the switch since.
        var isFlowOn = (await flow.ReadAsync(cancellationToken)).Value?.Enabled ?? request.FlowControl;
        var start = await book.BeginAsync(scenario, isFlowOn, request.Speed, request.Seed, cancellationToken);
        return TypedResults.Created($"/api/runs/{start.Id}", new RunCreated(start.Id, start.StartedAt));
    }

    private static async Task<Results<Ok<RunReport>, ProblemHttpResult>> FinishAsync(
        FinishRequest request, RunBook book, CancellationToken cancellationToken) =>
        await book.FinishAsync(request.Drained, request.Load, cancellationToken) is { } report ? TypedResults.Ok(report) : NoRun();

    private static Results<Ok<FinishedRun>, ProblemHttpResult> Find(string id, RunCatalog catalog, HttpResponse response)
    {
        if (catalog.Find(id) is not { } run)
        {
            return NoSuchRun(id);
        }

        response.NameFile(run, "json");
        return TypedResults.Ok(run);
    }

    private static Results<Ok<FinishedRun>, ProblemHttpResult> Rename(string id, RenameRequest request, RunCatalog catalog)
    {
        if (RunName.Read(request.Name, out var name) is { } problem)
        {
            return Problems.BadRequest($"name: {problem}");
        }

        return catalog.Rename(id, name) ? TypedResults.Ok(catalog.Find(id)!) : NoSuchRun(id);
    }

    private static Results<NoContent, ProblemHttpResult> Delete(string id, RunCatalog catalog) =>
        catalog.Delete(id) ? TypedResults.NoContent() : NoSuchRun(id);

    private static Results<ContentHttpResult, ProblemHttpResult> Minutes(string id, RunCatalog catalog, HttpResponse response)
    {
        if (catalog.Find(id) is not { } run)
        {
            return NoSuchRun(id);
        }

        response.NameFile(run, "csv");
        return TypedResults.Text(MinutesCsv.Text([(run.Name, run.Report)]), "text/csv", Encoding.UTF8);
    }

    /// <summary>The database of this process is being written: what is handed out is a copy.</summary>
    private static async Task<Results<PhysicalFileHttpResult, FileStreamHttpResult, ProblemHttpResult>> Telemetry(
        string id, RunCatalog catalog, TelemetryCopy copy, CancellationToken cancellationToken)
    {
        if (catalog.FindDatabase(id) is not { } path || catalog.Find(id) is not { } run)
        {
            return NoSuchRun(id);
        }

        var name = ExportName.Of(run, "duckdb");
        return catalog.IsOfThisProcess(id)
            ? TypedResults.Stream(await copy.OpenAsync(cancellationToken), "application/octet-stream", name)
            : TypedResults.PhysicalFile(path, "application/octet-stream", name);
    }

    private static ProblemHttpResult NoSuchRun(string id) => Problems.NotFound($"There is no finished run {id}.");

    private static ProblemHttpResult NoRun() => Problems.NotFound("There has been no run yet: POST /api/runs begins one.");
}
