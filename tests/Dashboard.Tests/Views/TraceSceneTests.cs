using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;
using Dashboard.Views.Filters;
using Dashboard.Views.Traces;
using static Dashboard.Tests.Views.SpanSketch;

namespace Dashboard.Tests.Views;

public sealed class TraceSceneTests
{
    [Fact]
    public void Pressed_UpAndDown_StepsOverWaits()
    {
        var scene = Scene();

        scene = scene.Pressed("ArrowDown").Pressed("ArrowDown").Pressed("ArrowDown");
        Id(scene).ShouldBe(3ul);
        Id(scene.Pressed("ArrowUp")).ShouldBe(2ul);
        Id(scene.Pressed("ArrowDown").Pressed("ArrowDown")).ShouldBe(4ul);
        Id(scene.Pressed("Home")).ShouldBe(1ul);
        Id(scene.Pressed("End")).ShouldBe(4ul);
    }

    [Fact]
    public void Pressed_LeftAndRight_CollapsesAndClimbsTheTree()
    {
        var scene = Scene().Selecting(new(2));

        scene = scene.Pressed("ArrowLeft");
        Id(scene).ShouldBe(1ul);
        scene = scene.Pressed("ArrowLeft");
        scene.Rows.Count.ShouldBe(1);
        scene = scene.Pressed("ArrowRight");
        scene.Rows.Count.ShouldBe(5);
        Id(scene.Pressed("ArrowRight")).ShouldBe(2ul);
    }

    [Fact]
    public void Selecting_BelowACollapsedSpan_ExpandsTheWayToIt()
    {
        var scene = Scene().CollapsedTo(0);
        scene.Rows.Count.ShouldBe(1);

        scene.Selecting(new(4)).Rows.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("attr.http.response.status_code=429", 3)]
    [InlineData("attr.http.response.status_code>=429 attr.http.response.status_code<500", 3)]
    [InlineData("status:error attr.http.response.status_code!=500", 3)]
    [InlineData("duration>=100ms kind:internal", 1)]
    [InlineData("LOOK", 4)]
    [InlineData("0000000000000004", 4)]
    public void Matching_Conditions_KeepsTheSpansAndTheirWayUp(string query, int expected)
    {
        var scene = Scene().Matching(FilterQuery.Parse(query, SpanMatcher.Keys));

        scene.Rows.Where(row => row is { IsDimmed: false, Wait: null }).Select(row => (int)row.Node.Span.SpanId.Value).ShouldBe([expected]);
        scene.Rows[0].Node.Span.SpanId.Value.ShouldBe(1ul);
    }

    [Fact]
    public void Renewed_MoreSpansCame_KeepsWhatTheReaderChose()
    {
        var scene = Scene().Selecting(new(3));
        var more = new Trace(SpanSketch.Id, [.. scene.Trace.Spans, Span(9, 1, 950, 2_000)], [], true);

        var renewed = scene.Renewed(more, []);

        Id(renewed).ShouldBe(3ul);
        renewed.Scale.ShouldBe(new TimeScale(At(0), At(2_000)));
        (scene with { Scale = scene.Whole.Part(0.1, 0.2) }).Renewed(more, []).Scale.ShouldBe(new TimeScale(At(100), At(200)));
    }

    private static ulong? Id(TraceScene scene) => scene.Selected?.Span.SpanId.Value;

    private static TraceScene Scene() => TraceScene.Of(
        new(
            SpanSketch.Id,
            [
                Span(1, 0, 0, 1_000),
                Call(2, 1, 10, 20, 0, 500),
                Call(3, 1, 440, 450, 1, 429),
                Span(4, 1, 900, 910, tags: new Tag("text", "look here")),
            ],
            [],
            HasError: true),
        []);
}
