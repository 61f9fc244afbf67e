using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Notification.Api.Tests.Fixtures;

/// <summary>An endpoint that speaks just enough of EventBridge, and remembers what it was sent.</summary>
internal sealed class FakeEventBridge : IAsyncDisposable
{
    public const string RequestId = "7c1a3f0e-0000-4000-8000-00000000000a";

    public const string Taken = """{"FailedEntryCount":0,"Entries":[{"EventId":"11710aed-b79e-4468-a20b-bb3c0c3b4860"}]}""";

    private readonly WebApplication _app;

    public FakeEventBridge()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        // Its spans are not to be taken for the service's: both live in one process.
        builder.Services.AddSingleton(new ActivitySource(nameof(FakeEventBridge)));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public ConcurrentQueue<PutEventsCall> Calls { get; } = new();

    /// <summary>What is answered: a status and a body.</summary>
    public (HttpStatusCode Status, string Body) Answer { get; set; } = (HttpStatusCode.OK, Taken);

    /// <summary>What happens before the answer.</summary>
    public Func<Task> BeforeAnswer { get; set; } = static () => Task.CompletedTask;

    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    public Task StartAsync() => _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        Calls.Enqueue(new PutEventsCall(
            headers["X-Amz-Target"].ToString(),
            headers.ContentType.ToString(),
            headers.Authorization.ToString(),
            headers["traceparent"].FirstOrDefault(),
            body.RootElement.Clone()));
        await BeforeAnswer();
        context.Response.StatusCode = (int)Answer.Status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        context.Response.Headers["x-amzn-RequestId"] = RequestId;
        await context.Response.WriteAsync(Answer.Body);
    }
}
