using Dashboard.Otlp.Wire;
using Dashboard.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Story;

public sealed class StoryTellerTests
{
    private const ulong Accepted = 1_800_000_000_000_000_000;

    [Fact]
    public async Task Tell_OrderThatServicesName_HasTheirLinesAndItsTrace()
    {
        await using var host = await DashboardHost.StartAsync();
        await host.SendAsync(Spans());
        await host.SendAsync(Logs(
            Line(0.1, "START Processing Delivery Notification o-1", "o-1"), Line(0.2, "START Processing Delivery Notification o-2", "o-2"), Line(0.3, "FAILED: too slow", "o-1")));
        await host.StatsAsync(stats => stats is { Spans: 2, Logs: 3 });

        var story = await TellAsync(host);

        story.Lines.Select(line => (line.Status, line.Message)).ShouldBe([("START", "Processing Delivery Notification o-1"), ("FAILED", "too slow")]);
        story.IsUnstructured.ShouldBeFalse();
        story.Scene!.Tree.Nodes.Count.ShouldBe(2);
        story.Bars.ShouldHaveSingleItem().IsError.ShouldBeFalse();
        story.Order.Status.ShouldBe(OrderStatus.Delivered);
    }

    [Fact]
    public async Task Tell_PlainText_HasNoLineOfTheOrderAndSaysSo()
    {
        await using var host = await DashboardHost.StartAsync();
        await host.SendAsync(Spans());
        await host.SendAsync(Logs(Line(0.1, "START Processing Delivery Notification", null), Line(0.2, "START Processing Delivery Notification", null), Line(900, "later", null)));
        await host.StatsAsync(stats => stats is { Spans: 2, Logs: 3 });

        var story = await TellAsync(host);

        story.IsUnstructured.ShouldBeTrue();
        story.Lines.ShouldBeEmpty();
        (story.LinesMeanwhile, story.Haystack.Count).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData("START Processing", "START", "Processing")]
    [InlineData("COMPLETE", "COMPLETE", "")]
    [InlineData("FAILED: no", "FAILED", "no")]
    [InlineData("STARTED something", "", "STARTED something")]
    [InlineData("trying", "", "trying")]
    public void Line_Message_IsTakenApart(string message, string status, string rest)
    {
        var line = StoryLine.Of(new() { Id = 1, Time = default, Severity = 9, Resource = new("s", "i"), Scope = "", Message = message });

        (line.Status, line.Message).ShouldBe((status, rest));
    }

    private static async Task<OrderStory> TellAsync(DashboardHost host) =>
        (await host.Services.GetRequiredService<StoryTeller>().TellAsync(null, "o-1", TestContext.Current.CancellationToken))!;

    private static ExportTraceServiceRequest Spans()
    {
        var trace = SpanScript.TraceId(1, 1);
        var notify = Span(trace, 1, "POST /notify", Dashboard.Otlp.Wire.Span.Types.SpanKind.Server);
        notify.Attributes.Add(new KeyValue { Key = "http.response.status_code", Value = new() { IntValue = 200 } });
        return SpanScript.Request(notify, Span(trace, 2, "invoke delivery", Dashboard.Otlp.Wire.Span.Types.SpanKind.Consumer));
    }

    private static Span Span(Google.Protobuf.ByteString trace, long id, string name, Dashboard.Otlp.Wire.Span.Types.SpanKind kind)
    {
        var span = SpanScript.Span(trace, id);
        (span.Name, span.Kind, span.StartTimeUnixNano, span.EndTimeUnixNano) = (name, kind, Accepted, Accepted + 1_000_000_000);
        span.Attributes.Add(SpanScript.Tag("order.correlation_id", "o-1"));
        return span;
    }

    private static LogRecord Line(double second, string text, string? order)
    {
        var record = new LogRecord { TimeUnixNano = Accepted + (ulong)(second * 1e9), SeverityNumber = 9, Body = new() { StringValue = text } };
        if (order is not null)
        {
            record.Attributes.Add(SpanScript.Tag("CorrelationId", order));
        }

        return record;
    }

    private static ExportLogsServiceRequest Logs(params LogRecord[] records) =>
        new() { ResourceLogs = { new ResourceLogs { ScopeLogs = { new ScopeLogs { LogRecords = { records } } } } } };
}
