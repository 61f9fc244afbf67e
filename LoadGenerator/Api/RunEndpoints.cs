using System.Text.Json;
using LoadGenerator.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Scenarios;
using Scenarios.Scripts;

namespace LoadGenerator.Api;

/// <summary>The service's API: start, watch and stop a run.</summary>
internal static class RunEndpoints
{
    private const int MaximumBodyBytes = 16 * 1024;

    public static void MapRuns(this WebApplication app)
    {
        app.MapGet("/", Describe);
        app.MapPost("/runs", StartAsync);
        app.MapGet("/runs/{id}", Show);
        app.MapDelete("/runs/{id}", StopAsync);
    }

    private static Ok<Description> Describe(LoadOptions options) => TypedResults.Ok(new Description(
        "LoadGenerator",
        "Plays a scenario's load against its target: an open loop, one run at a time.",
        options.Target,
        ScenarioFiles.Names,
        ["POST /runs {\"scenario\": …}", "GET /runs/{id or current}", "DELETE /runs/{id or current}", "GET /health", "GET /alive"]));

    private static async Task<Results<Created<RunView>, ProblemHttpResult>> StartAsync(
        HttpRequest request, RunDesk desk, CancellationToken cancellationToken)
    {
        var (order, refusal) = await ReadAsync(request, cancellationToken);
        if (order is null)
        {
            return refusal!;
        }

        if (order.Scenario is not { } name || !ScenarioFiles.Names.Contains(name, StringComparer.Ordinal))
        {
            var given = order.Scenario is null ? "null" : $"\"{order.Scenario}\"";
            return Refuse($"scenario = {given}: must be one of {string.Join(", ", ScenarioFiles.Names)}.");
        }

        try
        {
            return desk.TryStart(ScenarioFiles.Open(name), out var run)
                ? TypedResults.Created($"/runs/{run!.Id}", run.View())
                : run is null
                    ? TypedResults.Problem("The service is stopping.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Stopping")
                    : TypedResults.Problem(
                        $"Run {run.Id} of {run.Script.Name} is under way; DELETE /runs/{run.Id} stops it.",
                        statusCode: StatusCodes.Status409Conflict,
                        title: "One run at a time",
                        extensions: [new("runId", run.Id)]);
        }
        catch (ScriptRefusedException refused)
        {
            return Refuse(string.Join("\n", refused.Failures));
        }
    }

    private static Results<Ok<RunView>, ProblemHttpResult> Show(string id, RunDesk desk) =>
        desk.Find(id) is { } run ? TypedResults.Ok(run.View()) : Unknown(id);

    /// <summary>Stops a run and answers when it has ended: no more arrivals, and nothing under way. One that has ended stays as it is.</summary>
    private static async Task<Results<Ok<RunView>, ProblemHttpResult>> StopAsync(string id, RunDesk desk, CancellationToken cancellationToken)
    {
        if (desk.Find(id) is not { } run)
        {
            return Unknown(id);
        }

        run.Stop();
        await run.Ended.WaitAsync(cancellationToken);
        return TypedResults.Ok(run.View());
    }

    /// <summary>The order, or what is wrong with it. A body in chunks does not say how long it is: no more is read than is allowed, and a byte.</summary>
    private static async Task<(StartRun? Order, ProblemHttpResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = new byte[MaximumBodyBytes + 1];
            var length = request.ContentLength > MaximumBodyBytes
                ? body.Length
                : await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
            if (length > MaximumBodyBytes)
            {
                return (null, Refuse($"The body must be at most {MaximumBodyBytes} bytes long.", StatusCodes.Status413PayloadTooLarge));
            }

            using var json = new MemoryStream(body, 0, length);
            var order = await JsonSerializer.DeserializeAsync(json, RunJson.Default.StartRun, cancellationToken);
            return (order, order is null ? Refuse(Expected) : null);
        }
        catch (JsonException)
        {
            return (null, Refuse(Expected));
        }
        catch (BadHttpRequestException malformed)
        {
            return (null, Refuse(malformed.Message, malformed.StatusCode));
        }
    }

    private static string Expected => "The body must be a JSON object with scenario and nothing else, as in {\"scenario\": \"readme\"}.";

    private static ProblemHttpResult Refuse(string detail, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Problem(detail, statusCode: status, title: "The run is refused");

    private static ProblemHttpResult Unknown(string id) =>
        TypedResults.Problem($"There is no run \"{id}\".", statusCode: StatusCodes.Status404NotFound, title: "No such run");
}
