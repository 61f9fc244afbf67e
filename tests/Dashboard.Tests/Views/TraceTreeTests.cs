using CsCheck;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;
using Dashboard.Views.Traces;
using static Dashboard.Tests.Views.SpanSketch;

namespace Dashboard.Tests.Views;

public sealed class TraceTreeTests
{
    [Fact]
    public void Of_ParentsAndChildren_ReadsFromTopToBottomByStart()
    {
        var tree = TraceTree.Of([Span(3, 1, 50, 60), Span(1, 0, 0, 100), Span(4, 2, 12, 15), Span(2, 1, 10, 20)]);

        Ids(tree).ShouldBe([1, 2, 4, 3]);
        tree.Nodes.Select(node => node.Depth).ShouldBe([0, 1, 2, 1]);
        tree.Nodes.Select(node => node.Size).ShouldBe([4, 2, 1, 1]);
        tree.Duration.ShouldBe(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Of_ParentNotHeld_StandsAtTheTopAsOrphan()
    {
        var tree = TraceTree.Of([Span(1, 0, 0, 10), Span(2, 99, 5, 8), Span(3, 2, 6, 7)]);

        tree.Roots.Select(node => node.Span.SpanId.Value).ShouldBe([1ul, 2ul]);
        tree.Roots.Select(node => node.IsOrphan).ShouldBe([false, true]);
        tree.Find(new(3))!.Depth.ShouldBe(1);
    }

    [Fact]
    public void Of_ParentsInARing_CutsItAtTheEarliest()
    {
        var tree = TraceTree.Of([Span(1, 3, 0, 10), Span(2, 1, 1, 9), Span(3, 2, 2, 8), Span(4, 4, 3, 4)]);

        Ids(tree).ShouldBe([4, 1, 2, 3]);
        tree.Roots.Count.ShouldBe(2);
    }

    [Fact]
    public void Of_OneIdTwice_KeepsBoth()
    {
        var tree = TraceTree.Of([Span(1, 0, 0, 10), Span(1, 0, 20, 30), Span(2, 1, 5, 6)]);

        tree.Nodes.Count.ShouldBe(3);
    }

    [Fact]
    public void Of_ChainOfTenThousand_NeedsNoRecursion()
    {
        var tree = TraceTree.Of([.. Enumerable.Range(1, 10_000).Select(i => Span((ulong)i, (ulong)(i - 1), i, 20_000 - i))]);

        tree.Nodes[^1].Depth.ShouldBe(9_999);
        tree.Roots[0].Size.ShouldBe(10_000);
        CriticalPath.Of(tree).Sum(segment => segment.Duration.Ticks).ShouldBe(tree.Duration.Ticks);
    }

    [Fact]
    public void Of_AnySpans_KeepsEachOnceAndSubtreesTogether() =>
        Sketches.AnyTrace.Sample(spans =>
        {
            var tree = TraceTree.Of(spans);
            tree.Nodes.Count.ShouldBe(spans.Count);
            for (var i = 0; i < tree.Nodes.Count; i++)
            {
                var node = tree.Nodes[i];
                node.Index.ShouldBe(i);
                node.Size.ShouldBe(1 + node.Children.Sum(child => child.Size));
                for (var below = i + 1; below < i + node.Size; below++)
                {
                    tree.Nodes[below].Depth.ShouldBeGreaterThan(node.Depth);
                }
            }
        });

    [Fact]
    public void Of_CodeThatRetries_NumbersTheAttemptsAndShowsTheWaits()
    {
        var tree = TraceTree.Of(
        [
            Span(1, 0, 0, 1_000, "invoke delivery", SpanKind.Consumer),
            Call(2, 1, 10, 20, 0, 500),
            Call(3, 1, 440, 450, 1, 429),
            Span(9, 1, 441, 442, "GET", SpanKind.Client, tags: new Tag("url.full", "http://elsewhere")),
            Call(4, 1, 900, 950, 2, 200),
        ]);

        tree.Nodes.Select(node => node.Attempt?.ToString()).ShouldBe([null, "attempt 1 of 3", "attempt 2 of 3", null, "attempt 3 of 3"]);
        tree.Find(new(2))!.WaitBefore.ShouldBeNull();
        tree.Find(new(3))!.WaitBefore.ShouldBe(new Wait(WaitKind.Backoff, At(20), At(440)));
        tree.Find(new(4))!.WaitBefore!.Duration.ShouldBe(TimeSpan.FromMilliseconds(450));
    }

    [Fact]
    public void Of_OneCallWithoutRetry_IsNoAttempt() =>
        TraceTree.Of([Span(1, 0, 0, 100), Call(2, 1, 10, 20, 0, 200)]).Nodes.ShouldAllBe(node => node.Attempt == null);

    [Fact]
    public void Of_LambdaInvokesAgain_ShowsTheMinutesInBetween()
    {
        // At ten times the speed a minute is six seconds.
        var tree = TraceTree.Of(
        [
            Span(1, 0, 0, 5, "POST /events", SpanKind.Server, speed: 10),
            Invocation(2, 1, 1, 8, 2_908),
            Invocation(3, 2, 2, 8_908, 11_808, link: 2),
            Invocation(4, 3, 3, 23_808, 24_808, link: 3),
        ]);

        tree.Nodes.Skip(1).Select(node => node.Attempt!.ToString()).ShouldBe(["invocation 1 of 3", "invocation 2 of 3", "invocation 3 of 3"]);
        tree.Find(new(2))!.WaitBefore.ShouldBe(new Wait(WaitKind.Queued, At(5), At(8)));
        tree.Find(new(3))!.WaitBefore.ShouldBe(new Wait(WaitKind.RetryDelay, At(2_908), At(8_908)));
        tree.Find(new(4))!.WaitBefore!.Duration.ShouldBe(TimeSpan.FromSeconds(12));
    }

    [Fact]
    public void Of_QueueHandsOutAgainUnderAnotherParent_FollowsTheLink()
    {
        var tree = TraceTree.Of(
        [
            Span(1, 0, 0, 5, "send", SpanKind.Producer),
            Span(2, 1, 100, 200, "invoke", SpanKind.Consumer, tags: new Tag("messaging.message.id", "m")),
            Span(3, 77, 900, 950, "invoke", SpanKind.Consumer, link: 2, tags: new Tag("messaging.message.id", "m")),
        ]);

        tree.Find(new(3))!.Attempt!.ToString().ShouldBe("delivery 2 of 2");
        tree.Find(new(3))!.WaitBefore.ShouldBe(new Wait(WaitKind.Redelivery, At(200), At(900)));
        tree.Find(new(2))!.WaitBefore.ShouldBe(new Wait(WaitKind.Queued, At(5), At(100)));
    }

    private static SpanRecord Invocation(ulong id, int number, ulong _, double from, double to, ulong link = 0) =>
        Span(id, 1, from, to, "invoke delivery", SpanKind.Consumer, speed: 10, link: link, tags: new Tag("faas.invocation", (long)number));

    private static IEnumerable<ulong> Ids(TraceTree tree) => tree.Nodes.Select(node => node.Span.SpanId.Value);
}
