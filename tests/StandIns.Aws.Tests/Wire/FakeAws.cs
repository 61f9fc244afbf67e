using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StandIns.Aws.Tests.Wire;

/// <summary>A small server that keeps what it is asked and gives the answers that it is told to.</summary>
internal sealed class FakeAws : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedCall> _calls = new();
    private readonly ConcurrentQueue<FakeAnswer> _answers = new();

    private FakeAws(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public IReadOnlyList<ReceivedCall> Calls => [.. _calls];

    public ReceivedCall Call => Calls.ShouldHaveSingleItem();

    public static async Task<FakeAws> StartAsync(params FakeAnswer[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new FakeAws(builder.Build());
        foreach (var answer in answers)
        {
            server._answers.Enqueue(answer);
        }

        server._app.MapPost("/{**path}", server.AnswerAsync);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            each => each.Key, each => each.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _calls.Enqueue(new ReceivedCall(context.Request.Path, headers, body));

        var answer = _answers.TryDequeue(out var next) ? next : FakeAnswer.Json("{}");
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        if (answer.ContentType != "text/xml")
        {
            context.Response.Headers["x-amzn-RequestId"] = "request-" + _calls.Count;
        }

        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}
