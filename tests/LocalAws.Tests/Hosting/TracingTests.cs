using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace LocalAws.Tests.Hosting;

/// <summary>Which calls leave a span.</summary>
public sealed class TracingTests : IDisposable
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string Parent = $"00-{TraceId}-b7ad6b7169203331-01";
    private const string Queue = """{"QueueName":"traced"}""";
    private const string QueueUrl = """{"QueueUrl":"/000000000000/traced"}""";
    private const string Message = """{"QueueUrl":"/000000000000/traced","MessageBody":"order"}""";

    private readonly LocalAwsServer _server = new();
    private readonly WebApplicationFactory<Program> _traced;
    private readonly ConcurrentQueue<Activity> _spans = [];

    // Spans are the whole process's, and so those of other tests' servers; any path serves, so this one is ours.
    private readonly string _path = $"/{Guid.NewGuid():N}";

    public TracingTests() => _traced = _server.WithWebHostBuilder(builder => builder
        // Nobody listens there; but without a receiver nothing is traced.
        .UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
        .ConfigureTestServices(services =>
            services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(new Recorder(_spans, _path)))));

    public void Dispose()
    {
        _traced.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Call_WithinATrace_LeavesASpanOfThatTrace()
    {
        await CallAsync("CreateQueue", Queue);
        await CallAsync("SendMessage", Message, Parent);
        await StopAsync();

        var span = _spans.ShouldHaveSingleItem();
        span.TraceId.ToHexString().ShouldBe(TraceId);
        span.Kind.ShouldBe(ActivityKind.Server);
    }

    [Fact]
    public async Task Poll_ThatFindsNothing_LeavesNoSpan()
    {
        await CallAsync("CreateQueue", Queue);

        await CallAsync("ReceiveMessage", QueueUrl, Parent);
        await CallAsync("SendMessage", Message);
        await CallAsync("ReceiveMessage", QueueUrl, Parent);
        await StopAsync();

        _spans.ShouldHaveSingleItem();
    }

    /// <summary>A span ends after its answer was read; with the server's end all of them have.</summary>
    private ValueTask StopAsync() => _traced.DisposeAsync();

    private async Task CallAsync(string action, string body, string? parent = null)
    {
        using var client = _traced.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, _path) { Content = new StringContent(body) };
        request.Headers.Add("X-Amz-Target", "AmazonSQS." + action);
        if (parent is not null)
        {
            request.Headers.Add("traceparent", parent);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Keeps what an exporter would send.</summary>
    private sealed class Recorder(ConcurrentQueue<Activity> spans, string path) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.Recorded && path.Equals(data.GetTagItem("url.path")))
            {
                spans.Enqueue(data);
            }
        }
    }
}
