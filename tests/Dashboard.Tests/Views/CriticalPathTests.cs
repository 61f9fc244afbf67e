using CsCheck;
using Dashboard.Telemetry.Traces;
using Dashboard.Views.Traces;
using static Dashboard.Tests.Views.SpanSketch;

namespace Dashboard.Tests.Views;

public sealed class CriticalPathTests
{
    [Fact]
    public void Of_CallsOneAfterTheOther_RunsThroughEachAndTheCallerInBetween() =>
        Path(Span(1, 0, 0, 100), Span(2, 1, 10, 40), Span(3, 1, 50, 90))
            .ShouldBe([(1, 0, 10, false), (2, 10, 40, false), (1, 40, 50, false), (3, 50, 90, false), (1, 90, 100, false)]);

    [Fact]
    public void Of_CallsSideBySide_RunsThroughTheOneThatEndsLast() =>
        Path(Span(1, 0, 0, 100), Span(2, 1, 10, 95), Span(3, 1, 10, 40), Span(4, 1, 20, 80))
            .ShouldBe([(1, 0, 10, false), (2, 10, 95, false), (1, 95, 100, false)]);

    [Fact]
    public void Of_WorkThatOutlivesItsCause_RunsToItsEnd() =>
        Path(Span(1, 0, 0, 10), Span(2, 1, 5, 8), Span(3, 2, 30, 50))
            .ShouldBe([(1, 0, 5, false), (2, 5, 8, false), (2, 8, 30, true), (3, 30, 50, false)]);

    [Fact]
    public void Of_ClockOfAChildBehind_NeverLeavesItsCause() =>
        Path(Span(1, 0, 10, 100), Span(2, 1, 0, 50))
            .ShouldBe([(0, 0, 10, true), (2, 10, 50, false), (1, 50, 100, false)]);

    [Fact]
    public void Of_SeveralRoots_LeavesTheTimeBetweenToNobody() =>
        Path(Span(1, 0, 0, 10), Span(2, 9, 30, 40)).ShouldBe([(1, 0, 10, false), (0, 10, 30, true), (2, 30, 40, false)]);

    [Fact]
    public void Of_AnyTrace_CoversItWithoutGapOrOverlap() =>
        Sketches.AnyTrace.Sample(spans =>
        {
            var tree = TraceTree.Of(spans);
            var path = CriticalPath.Of(tree);
            var at = tree.Start;
            foreach (var segment in path)
            {
                segment.From.ShouldBe(at);
                segment.To.ShouldBeGreaterThan(segment.From);
                at = segment.To;
                if (!segment.IsWait)
                {
                    segment.From.ShouldBeGreaterThanOrEqualTo(segment.Node!.Span.Start);
                    segment.To.ShouldBeLessThanOrEqualTo(segment.Node.End);
                }
            }

            at.ShouldBe(tree.End);
        });

    private static IEnumerable<(ulong Id, double From, double To, bool IsWait)> Path(params SpanRecord[] spans) =>
        CriticalPath.Of(TraceTree.Of(spans)).Select(segment => (
            segment.Node?.Span.SpanId.Value ?? 0,
            (segment.From - Zero).TotalMilliseconds,
            (segment.To - Zero).TotalMilliseconds,
            segment.IsWait));
}
