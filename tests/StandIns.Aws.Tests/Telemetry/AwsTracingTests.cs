using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Trace;
using ServiceDefaults.Aws;
using ServiceDefaults.Telemetry;
using StandIns.Aws.Tests.Wire;

namespace StandIns.Aws.Tests.Telemetry;

[Collection(nameof(TracedProcess))]
public sealed class AwsTracingTests : IDisposable
{
    private const string Application = "tracing-tests";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly ActivitySource _orders = new(Application);

    public void Dispose() => _orders.Dispose();

    [Fact]
    public async Task ACall_UnderATrace_MakesAClientSpanThatItsRequestContinues()
    {
        await using var aws = await FakeAws.StartAsync();
        using var system = await StartAsync(aws);
        string trace;
        using (var order = _orders.StartActivity("order").ShouldNotBeNull())
        {
            trace = order.TraceId.ToHexString();
            await system.Events.PutEventsAsync(new PutEventsRequest { Entries = [new() { Detail = "{}" }] }, Token);
        }

        var call = system.Spans.Single(span => span.DisplayName == "EventBridge.PutEvents");
        var http = system.Spans.Single(span => span.OperationName == "System.Net.Http.HttpRequestOut");
        call.Kind.ShouldBe(ActivityKind.Client);
        call.ParentSpanId.ShouldBe(system.Spans.Single(span => span.DisplayName == "order").SpanId);
        call.GetTagItem("rpc.system").ShouldBe("aws-api");
        call.GetTagItem("rpc.service").ShouldBe("EventBridge");
        call.GetTagItem("rpc.method").ShouldBe("PutEvents");
        call.GetTagItem("aws.request_id").ShouldBe("request-1");
        http.ParentSpanId.ShouldBe(call.SpanId);
        aws.Call.Headers["traceparent"].ShouldBe($"00-{trace}-{http.SpanId.ToHexString()}-01");
    }

    [Fact]
    public async Task ARefusedCall_UnderATrace_IsAnErrorWithItsCode()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.JsonError("ResourceNotFoundException", "no bus"));
        using var system = await StartAsync(aws);
        using (_orders.StartActivity("order"))
        {
            await Should.ThrowAsync<AmazonEventBridgeException>(
                () => system.Events.DescribeEventBusAsync(new DescribeEventBusRequest { Name = "b" }, Token));
        }

        var call = system.Spans.Single(span => span.DisplayName == "EventBridge.DescribeEventBus");
        call.Status.ShouldBe(ActivityStatusCode.Error);
        call.StatusDescription.ShouldBe("no bus");
        call.GetTagItem("error.type").ShouldBe("ResourceNotFoundException");
        call.GetTagItem("aws.request_id").ShouldBe("request-1");
        call.Events.ShouldHaveSingleItem().Name.ShouldBe("exception");
        call.GetTagItem("exception.stacktrace").ShouldBeNull();
    }

    [Fact]
    public async Task APoll_WithoutATrace_MakesNoneAndTellsItsCallee()
    {
        await using var aws = await FakeAws.StartAsync();
        using var system = await StartAsync(aws);

        await system.Queues.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = "http://q/1/q" }, Token);

        system.Spans.ShouldBeEmpty();
        aws.Call.Headers["traceparent"].ShouldEndWith("-00");
    }

    [Fact]
    public async Task AnotherHttpCall_WithoutATrace_IsStillTraced()
    {
        await using var aws = await FakeAws.StartAsync();
        using var system = await StartAsync(aws);
        using var client = new HttpClient();

        await client.PostAsync(aws.Url, null, Token);

        system.Spans.ShouldHaveSingleItem();
        aws.Call.Headers["traceparent"].ShouldEndWith("-01");
    }

    private static async Task<TracedSystem> StartAsync(FakeAws aws)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = Application });
        builder.Configuration["LocalStack:UseLocalStack"] = "true";
        builder.Configuration["LocalStack:Config:LocalStackHost"] = aws.Url.Host;
        builder.Configuration["LocalStack:Config:EdgePort"] = aws.Url.Port.ToString(CultureInfo.InvariantCulture);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.AddAwsClient<IAmazonEventBridge>();
        builder.AddAwsClient<IAmazonSQS>();
        var spans = new SpanCollector();
        builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(spans));
        var host = builder.Build();
        await host.StartAsync(Token);
        return new TracedSystem(host, spans);
    }

    private sealed record TracedSystem(IHost Host, SpanCollector Collector) : IDisposable
    {
        public IAmazonEventBridge Events => Host.Services.GetRequiredService<IAmazonEventBridge>();

        public IAmazonSQS Queues => Host.Services.GetRequiredService<IAmazonSQS>();

        public IReadOnlyCollection<Activity> Spans => Collector.Spans;

        public void Dispose() => Host.Dispose();
    }

    private sealed class SpanCollector : BaseProcessor<Activity>
    {
        public ConcurrentQueue<Activity> Spans { get; } = new();

        public override void OnEnd(Activity data)
        {
            // The other end of each call is in this process, too.
            if (data.Kind != ActivityKind.Server)
            {
                Spans.Enqueue(data);
            }
        }
    }
}
