using System.Text;
using System.Text.Json;
using CsCheck;
using Delivery.Worker.Functions;

namespace Delivery.Worker.Tests.Functions;

public sealed class OrderEventTests
{
    [Fact]
    public void Parse_Envelope_StripsMetaDataAndKeepsTheRest()
    {
        var order = Parse("""
            {"id":"e1","time":"2026-01-02T03:04:05Z","detail":{"order_id":"x","price":1.50,"meta_data":{"correlation_id":"c1","traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}}}
            """)!;

        order.Id.ShouldBe("e1");
        order.Detail.CorrelationId.ShouldBe("c1");
        order.Trace.TraceId.ToHexString().ShouldBe("0af7651916cd43dd8448eb211c80319c");
        Encoding.UTF8.GetString(order.Detail.Body.Span).ShouldBe("""{"order_id":"x","price":1.50}""");
    }

    [Theory]
    [InlineData("""{"id":"e1","detail":{"order_id":"x"}}""")]
    [InlineData("""{"id":"e1","detail":{"meta_data":"none"}}""")]
    [InlineData("""{"id":"e1","detail":{"meta_data":{"correlation_id":7}}}""")]
    public void Parse_WithoutCorrelationId_IsUndefinedAndKnownByTheEventsId(string envelope)
    {
        var order = Parse(envelope)!;

        order.Detail.CorrelationId.ShouldBe("undefined");
        order.OrderId.ShouldBe("e1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"e1"}""")]
    [InlineData("""{"id":"e1","detail":[1]}""")]
    [InlineData("""{"id":1,"detail":{}}""")]
    [InlineData("""{"id":"e1","detail":{}""")]
    [InlineData("""{"id":"e1","detail":{"note":"\ud800"}}""")]
    [InlineData("""{"id":"\ud800","detail":{}}""")]
    [InlineData("""{"id":"e1","detail":{"\udc00":1}}""")]
    [InlineData("""{"id":"e1","detail":{"meta_data":{"correlation_id":"\ud800"}}}""")]
    public void Parse_NoEnvelope_IsNull(string body) => Parse(body).ShouldBeNull();

    [Fact]
    public void Parse_AnyBytes_NeverThrows() =>
        Gen.Byte.Array[0, 200].Sample(bytes => { _ = OrderEvent.Parse(bytes); });

    [Fact]
    public void AcceptedAt_CorrelationIdOfVersion7_IsItsTimestamp()
    {
        var accepted = new DateTimeOffset(2026, 5, 6, 7, 8, 9, 123, TimeSpan.Zero);
        var id = Guid.CreateVersion7(accepted);

        var order = Parse($$"""{"id":"e1","time":"2020-01-01T00:00:00Z","detail":{"meta_data":{"correlation_id":"{{id}}"} } }""")!;

        order.AcceptedAt.ShouldBe(accepted);
    }

    [Fact]
    public void AcceptedAt_OtherCorrelationId_IsTheEventsTime()
    {
        var order = Parse($$"""{"id":"e1","time":"2020-01-01T00:00:00Z","detail":{"meta_data":{"correlation_id":"{{Guid.NewGuid()}}"} } }""")!;

        order.AcceptedAt.ShouldBe(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Body_IsAlwaysJson() =>
        Gen.Dictionary(Gen.String[0, 10], Gen.Int)[0, 5].Sample(fields =>
        {
            var detail = JsonSerializer.SerializeToElement(fields);
            var body = OrderDetail.Parse(detail)!.Body;
            using var parsed = JsonDocument.Parse(body);
            parsed.RootElement.EnumerateObject().Count().ShouldBe(fields.Count(field => field.Key != "meta_data"));
        });

    private static OrderEvent? Parse(string body) => OrderEvent.Parse(Encoding.UTF8.GetBytes(body));
}
