using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LoadGenerator.Tests;

/// <summary>A real server on a free port that notes what it gets.</summary>
internal sealed class TargetServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _started;

    private TargetServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Requests that have been read, answered or not.</summary>
    public ConcurrentQueue<Received> Requests { get; } = [];

    public int Started => Volatile.Read(ref _started);

    /// <summary>Starts a server that answers each request by <paramref name="answer"/>; null: with 200.</summary>
    public static async Task<TargetServer> StartAsync(Func<HttpContext, int, Task>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new TargetServer(builder.Build());
        server._app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync(context.RequestAborted);
            var number = Interlocked.Increment(ref server._started);
            server.Requests.Enqueue(new Received(
                context.Request.Method, context.Request.Path, context.Request.ContentType, body, context.Request.Headers.TraceParent.ToString()));
            await (answer?.Invoke(context, number) ?? context.Response.WriteAsync("{}", context.RequestAborted));
        });
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    internal sealed record Received(string Method, string Path, string? ContentType, string Body, string TraceParent);
}
