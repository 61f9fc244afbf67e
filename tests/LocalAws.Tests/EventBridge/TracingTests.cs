using System.Collections.Concurrent;
using System.Diagnostics;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.EventBridge;

/// <summary>The spans of an event: one trace from whoever put it to whoever gets it.</summary>
public sealed class TracingTests : IDisposable
{
    /// <summary>Of this test alone: the listener hears all tests of the process.</summary>
    private const string TraceId = "6abc0001f00dfeedfacecafe01234567";
    private const string SpanId = "53995c3f42cd8ad8";

    private readonly LocalAwsServer _server = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public TracingTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == LocalAwsTelemetry.Meter,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId.ToHexString() == TraceId)
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Event_QueueAndEndpoint_HaveSpansBelowTheRules()
    {
        await using var endpoint = await Endpoint.StartAsync(static (count, _) => count == 1 ? 500 : 200);
        using var sqs = _server.Sqs();
        await sqs.CreateQueueAsync("spans", TestContext.Current.CancellationToken);
        var rule = await _server.BusWithRuleAsync("spans");
        var destination = await _server.ApiDestinationAsync("spans", $"{endpoint.Url}/events");
        await _server.EventsAsync("PutTargets", $$"""
            {"Rule": "{{rule}}", "EventBusName": "spans", "Targets": [{"Id": "q", "Arn": "arn:aws:sqs:us-east-1:000000000000:spans"}, {"Id": "d", "Arn": "{{destination}}"}]}
            """);

        await _server.PutEventAsync("spans", extra: $", \"TraceHeader\": \"Root=1-{TraceId[..8]}-{TraceId[8..]};Parent={SpanId};Sampled=1\"");
        var first = await endpoint.NextAsync();
        var second = await endpoint.NextAsync(_server, TimeSpan.FromSeconds(1));
        for (var tries = 0; _spans.Count < 4; tries++)
        {
            tries.ShouldBeLessThan(500);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }

        var matched = _spans.Single(span => span.OperationName == $"rule {rule}");
        matched.ParentSpanId.ToHexString().ShouldBe(SpanId);
        matched.GetTagItem("aws.events.rule").ShouldBe(rule);
        var send = _spans.Single(static span => span.OperationName == "send spans");
        send.Kind.ShouldBe(ActivityKind.Producer);
        send.ParentSpanId.ShouldBe(matched.SpanId);
        send.GetTagItem("messaging.system").ShouldBe("aws_sqs");
        send.GetTagItem("messaging.destination.name").ShouldBe("spans");

        Activity[] posts = [.. _spans.Where(static span => span.OperationName == "POST")];
        posts.ShouldAllBe(post => post.Kind == ActivityKind.Client && post.ParentSpanId == matched.SpanId);
        posts.Select(static post => post.GetTagItem("http.response.status_code")).ShouldBe([500, 200]);
        posts.Select(static post => post.Status).ShouldBe([ActivityStatusCode.Error, ActivityStatusCode.Unset]);
        posts.Select(static post => post.GetTagItem("http.request.resend_count")).ShouldBe([null, 1]);
        first.Headers["traceparent"].ShouldBe($"00-{TraceId}-{posts[0].SpanId.ToHexString()}-01");
        second.Headers["traceparent"].ShouldBe($"00-{TraceId}-{posts[1].SpanId.ToHexString()}-01");
    }
}
