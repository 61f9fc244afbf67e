using CsCheck;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;
using Dashboard.Views.Traces;
using static Dashboard.Tests.Views.SpanSketch;

namespace Dashboard.Tests.Views;

public sealed class WaterfallTests
{
    private static readonly HashSet<SpanId> Nothing = [];

    [Fact]
    public void Rows_WaitBetweenAttempts_IsALineOfItsOwn()
    {
        var rows = Waterfall.Rows(Retried(), Nothing);

        rows.Select(row => (row.Node.Span.SpanId.Value, row.Wait is not null)).ShouldBe([(1, false), (2, false), (3, true), (3, false)]);
        (rows[2].From, rows[2].To).ShouldBe((At(20), At(440)));
    }

    [Fact]
    public void Rows_Collapsed_HidesWhatIsBelow() =>
        Waterfall.Rows(Retried(), new HashSet<SpanId> { new(1) }).Select(row => row.Node.Span.SpanId.Value).ShouldBe([1ul]);

    [Fact]
    public void Matches_DeepSpan_KeepsAllAboveItDimmed()
    {
        var tree = TraceTree.Of([Span(1, 0, 0, 9), Span(2, 1, 1, 8), Span(3, 2, 2, 3, "looked for"), Span(4, 1, 4, 5)]);

        Waterfall.Matches(tree, span => span.Name == "looked for").Select(row => (row.Node.Span.SpanId.Value, row.IsDimmed))
            .ShouldBe([(1, true), (2, true), (3, false)]);
    }

    [Fact]
    public void Matches_AnyTrace_ShowsEveryMatchWithItsWayUp() =>
        Sketches.AnyTrace.Sample(spans =>
        {
            var rows = Waterfall.Matches(TraceTree.Of(spans), span => span.Status == SpanStatus.Error);
            rows.Count(row => row is { IsDimmed: false, Wait: null }).ShouldBe(spans.Count(span => span.Status == SpanStatus.Error));
            rows.ShouldAllBe(row => row.Node.Parent == null || rows.Any(other => other.Node == row.Node.Parent));
        });

    [Fact]
    public void Bar_OutsideOfWhatIsSeen_IsCutOrLeftOut()
    {
        var scale = new TimeScale(At(100), At(200));

        scale.Bar(At(0), At(150)).ShouldBe(new Bar(0, 50));
        scale.Bar(At(150), At(900)).ShouldBe(new Bar(50, 50));
        scale.Bar(At(0), At(99)).ShouldBeNull();
        scale.Bar(At(201), At(300)).ShouldBeNull();
    }

    [Fact]
    public void Bar_AnySpanWithin_StaysWithinAndIsSeen() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1]).Sample((a, b) =>
        {
            var bar = new TimeScale(At(0), At(1_000)).Bar(At(Math.Min(a, b) * 1_000), At(Math.Max(a, b) * 1_000))!.Value;
            bar.Width.ShouldBeGreaterThan(0.1);
            bar.Left.ShouldBeGreaterThanOrEqualTo(0);
            (bar.Left + bar.Width).ShouldBeLessThanOrEqualTo(100 + 1e-9);
        });

    [Fact]
    public void Part_AnyShares_IsNeverEmptyAndNeverOutside() =>
        Gen.Select(Gen.Double[-1, 2], Gen.Double[-1, 2]).Sample((a, b) =>
        {
            var whole = new TimeScale(At(0), At(1_000));
            var part = whole.Part(a, b);
            part.Duration.ShouldBeGreaterThan(TimeSpan.Zero);
            part.From.ShouldBeGreaterThanOrEqualTo(whole.From);
            part.To.ShouldBeLessThanOrEqualTo(whole.To);
        });

    [Theory]
    [InlineData(0, 1_000, 5, "0 200 400 600 800")]
    [InlineData(0, 90_000, 6, "0 15000 30000 45000 60000 75000")]
    [InlineData(1_300, 2_300, 5, "1400 1600 1800 2000 2200")]
    public void Ticks_OfAnAxis_AreRound(double from, double to, int most, string expected) =>
        string.Join(' ', TimeTicks.Of(TimeSpan.FromMilliseconds(from), TimeSpan.FromMilliseconds(to), most).Select(tick => tick.TotalMilliseconds))
            .ShouldBe(expected);

    [Fact]
    public void Ticks_AnyAxis_AreFewEvenAndWithin() =>
        Gen.Select(Gen.Long[0, TimeSpan.TicksPerDay], Gen.Long[1, TimeSpan.TicksPerDay * 40], Gen.Int[1, 12]).Sample((from, length, most) =>
        {
            var ticks = TimeTicks.Of(TimeSpan.FromTicks(from), TimeSpan.FromTicks(from + length), most);
            ticks.Count.ShouldBeLessThanOrEqualTo(most);
            ticks.ShouldAllBe(tick => tick.Ticks >= from && tick.Ticks <= from + length);
            ticks.Zip(ticks.Skip(1), (a, b) => b - a).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        });

    [Fact]
    public void Attempts_WithinInvocations_SayWhichAndHowEachEnded()
    {
        var tree = TraceTree.Of(
        [
            Span(1, 0, 0, 5),
            Span(2, 1, 8, 500, kind: SpanKind.Consumer, tags: new Tag("faas.invocation", 1L)),
            Call(3, 2, 10, 20, 0, 500),
            Call(4, 2, 440, 450, 1, 429),
            Span(5, 1, 900, 990, kind: SpanKind.Consumer, link: 2, tags: new Tag("faas.invocation", 2L)),
        ]);

        AttemptTable.Of(tree).Select(row => (row.Outer, row.Label, row.Result)).ShouldBe(
        [
            (null, "invocation 1 of 2", "ok"),
            ("invocation 1 of 2", "attempt 1 of 2", "500"),
            ("invocation 1 of 2", "attempt 2 of 2", "429"),
            (null, "invocation 2 of 2", "ok"),
        ]);
    }

    [Fact]
    public void Totals_OfAcceleratedTrace_HaveTheSimulatedDurationToo()
    {
        var tree = TraceTree.Of([Span(1, 0, 0, 10, speed: 10), Span(2, 1, 30, 50, status: SpanStatus.Error, service: "api", speed: 10)]);

        var totals = TraceTotals.Of(tree, CriticalPath.Of(tree));

        totals.Simulated.ShouldBe(TimeSpan.FromMilliseconds(500));
        totals.Waited.ShouldBe(TimeSpan.FromMilliseconds(20));
        (totals.Spans, totals.Errors, totals.Depth, totals.Services.Count).ShouldBe((2, 1, 2, 2));
    }

    [Fact]
    public void Minimap_TenThousandSpans_HasNoMoreLanesThanThereIsRoomFor()
    {
        var tree = TraceTree.Of([Span(1, 0, 0, 10_000), .. Enumerable.Range(2, 9_999).Select(i => Span((ulong)i, 1, i, i + 5))]);

        var bars = Minimap.Bars(tree, 40);

        bars.Max(bar => bar.Lane).ShouldBe(39);
        bars.Count.ShouldBeLessThan(100);
        bars.ShouldAllBe(bar => bar.Bar.Left >= 0 && bar.Bar.Left + bar.Bar.Width <= 100.001);
    }

    private static TraceTree Retried() => TraceTree.Of([Span(1, 0, 0, 1_000), Call(2, 1, 10, 20, 0, 500), Call(3, 1, 440, 450, 1, 200)]);
}
