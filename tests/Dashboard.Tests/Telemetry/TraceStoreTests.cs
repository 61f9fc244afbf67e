using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Telemetry;

public sealed class TraceStoreTests
{
    private static readonly Resource Resource = new(new("shop", "one"), ResourceClock.Real, []);

    [Fact]
    public void Add_TooManyTraces_TheOldestWithoutErrorGoesFirst()
    {
        var store = new TraceStore(new() { MaxTraces = 10 });
        store.Add([.. Enumerable.Range(1, 10).Select(trace => Span(trace, trace is 1 or 2 ? SpanStatus.Error : SpanStatus.Unset))]);

        store.Add([Span(11), Span(12)]);

        Held(store).ShouldBe([12, 11, 10, 9, 8, 7, 6, 5, 2, 1]);
        store.Counts.ShouldBe((10, 10, 2));
    }

    [Fact]
    public void Add_NearlyEverythingFails_AQuarterIsStillLeftForTheRest()
    {
        var store = new TraceStore(new() { MaxTraces = 100 });
        foreach (var trace in Enumerable.Range(1, 1_000))
        {
            store.Add([Span(trace, trace % 10 == 0 ? SpanStatus.Ok : SpanStatus.Error)]);
        }

        var held = store.Newest(1_000);
        held.Count.ShouldBe(100);
        held.Count(trace => !trace.HasError).ShouldBeInRange(24, 26);
        held.Where(trace => trace.HasError).Select(Number).ShouldBe(
            held.Where(trace => trace.HasError).Select(Number).OrderDescending(), "newest first");
    }

    [Fact]
    public void Add_ManyPolls_DoNotPushOutTheOrders()
    {
        var store = new TraceStore(new() { MaxTraces = 100 });
        store.Add([.. Enumerable.Range(1, 50).Select(trace => Of($"{trace}", trace))]);

        store.Add([.. Enumerable.Range(51, 1_000).Select(trace => Span(trace))]);

        store.FindByCorrelationId("1").ShouldHaveSingleItem();
        store.Newest(100).Count(trace => trace.CorrelationIds.Count == 1).ShouldBe(50);
        store.Newest(100).Select(Number).ShouldBe([.. Enumerable.Range(1_001, 50).Reverse(), .. Enumerable.Range(1, 50).Reverse()]);
    }

    [Fact]
    public void Add_TraceThatFailsLate_IsKept()
    {
        var store = new TraceStore(new() { MaxTraces = 10 });
        store.Add([.. Enumerable.Range(1, 10).Select(trace => Span(trace))]);
        store.Add([Span(1, SpanStatus.Error, id: 2)]);

        store.Add([.. Enumerable.Range(11, 20).Select(trace => Span(trace))]);

        store.Find(Id(1)).ShouldNotBeNull().Spans.Count.ShouldBe(2);
    }

    [Fact]
    public void Add_TooManySpans_WholeTracesGo()
    {
        var store = new TraceStore(new() { MaxSpans = 100 });
        foreach (var trace in Enumerable.Range(1, 30))
        {
            store.Add([.. Enumerable.Range(1, 5).Select(id => Span(trace, id: id))]);
        }

        store.Counts.ShouldBe((100, 20, 50));
        store.Newest(100).ShouldAllBe(trace => trace.Spans.Count == 5);
    }

    [Fact]
    public void Add_OneEndlessTrace_DoesNotPushOutTheOthers()
    {
        var store = new TraceStore(new() { MaxSpans = 100, MaxSpansPerTrace = 10 });
        store.Add([Span(1)]);
        store.Add([.. Enumerable.Range(1, 1_000).Select(id => Span(2, id: id))]);

        store.Counts.ShouldBe((11, 2, 990));
        store.Find(Id(2)).ShouldNotBeNull().Trimmed.ShouldBe(990);
    }

    [Fact]
    public void FindByCorrelationId_FindsUntilTheTraceGoes()
    {
        var store = new TraceStore(new() { MaxTraces = 10 });
        store.Add([Of("order", 1), Of("another", 2), Of("order", 3)]);
        store.FindByCorrelationId("order").Select(Number).ShouldBe([1, 3]);

        store.Add([.. Enumerable.Range(4, 8).Select(trace => Of("another", trace))]);
        store.FindByCorrelationId("order").Select(Number).ShouldBe([3]);
        store.Add([.. Enumerable.Range(20, 10).Select(trace => Of("another", trace))]);
        store.FindByCorrelationId("order").ShouldBeEmpty();
    }

    [Fact]
    public void Find_GivesTheSpansInOrder()
    {
        var store = new TraceStore(new());
        store.Add([
            Span(1, id: 2) with { Start = DateTimeOffset.UnixEpoch.AddSeconds(1) },
            Span(1, id: 3) with { Start = DateTimeOffset.UnixEpoch, Duration = TimeSpan.FromSeconds(1) },
            Span(1, id: 1) with { Start = DateTimeOffset.UnixEpoch, Duration = TimeSpan.FromSeconds(5) }]);

        store.Find(Id(1))!.Spans.Select(span => span.SpanId.Value).ShouldBe([1ul, 3ul, 2ul]);
    }

    [Theory]
    [InlineData("0102030405060708090a0b0c0d0e0f10", true)]
    [InlineData("00000000000000000000000000000000", false)]
    [InlineData("0102030405060708090a0b0c0d0e0f", false)]
    [InlineData("xx02030405060708090a0b0c0d0e0f10", false)]
    [InlineData(null, false)]
    public void TraceId_ReadsItsOwnText(string? text, bool isId)
    {
        TraceId.TryParse(text, out var id).ShouldBe(isId);
        if (isId)
        {
            id.ToString().ShouldBe(text);
        }
    }

    private static IEnumerable<int> Held(TraceStore store) => store.Newest(1_000).Select(Number);

    private static int Number(Trace trace) => (int)trace.Id.Low;

    private static TraceId Id(int trace) => new(1, (ulong)trace);

    private static SpanRecord Of(string correlationId, int trace) => Span(trace) with { Tags = [new(SpanAttributes.CorrelationId, correlationId)] };

    private static SpanRecord Span(int trace, SpanStatus status = SpanStatus.Unset, int id = 1) => new()
    {
        TraceId = Id(trace),
        SpanId = new((ulong)id),
        Name = "work",
        Status = status,
        Start = DateTimeOffset.UnixEpoch,
        Duration = TimeSpan.Zero,
        Resource = Resource,
    };
}
