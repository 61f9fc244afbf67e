using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LocalAws.Tests.Hosting;

/// <summary>An HTTP endpoint on the loopback that keeps what it gets and answers as told.</summary>
internal sealed class Endpoint : IAsyncDisposable
{
    /// <summary>The item of a request's context whose text is the answer's body.</summary>
    public const string Answer = "answer";

    private readonly WebApplication _app;
    private readonly Channel<ReceivedRequest> _received = Channel.CreateUnbounded<ReceivedRequest>();

    private Endpoint(WebApplication app) => _app = app;

    /// <summary>Its base address, without a slash at the end.</summary>
    public string Url => _app.Urls.Single();

    /// <summary>What it got, in the order of arrival.</summary>
    public ChannelReader<ReceivedRequest> Received => _received.Reader;

    /// <param name="answer">The status for each request; the first has number 1.</param>
    public static async Task<Endpoint> StartAsync(Func<int, HttpContext, int>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var endpoint = new Endpoint(app);
        var count = 0;
        app.MapFallback(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = new ReceivedRequest(
                context.Request.Method,
                $"{context.Request.Path}{context.Request.QueryString}",
                context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync());
            context.Response.StatusCode = answer?.Invoke(Interlocked.Increment(ref count), context) ?? StatusCodes.Status202Accepted;
            endpoint._received.Writer.TryWrite(request);
            if (context.Items[Answer] is string body)
            {
                await context.Response.WriteAsync(body);
            }
        });
        await app.StartAsync();
        return endpoint;
    }

    /// <summary>The next request.</summary>
    public async Task<ReceivedRequest> NextAsync()
    {
        using var patience = new CancellationTokenSource(LocalAwsServer.Patience, TimeProvider.System);
        return await _received.Reader.ReadAsync(patience.Token);
    }

    /// <summary>The next request of a sender that waits for <paramref name="server"/>'s clock.</summary>
    public async Task<ReceivedRequest> NextAsync(LocalAwsServer server, TimeSpan step)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (_received.Reader.TryRead(out var request))
            {
                return request;
            }

            server.Clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        throw new TimeoutException("Nothing came.");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>A request as it arrived.</summary>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
