using Scenarios.References;

namespace Scenarios.Tests;

public sealed class ReferenceCurvesTests
{
    [Fact]
    public void For_Talk_HasTheSlidesFigures()
    {
        var talk = ReferenceCurves.For("talk").ShouldNotBeNull();

        talk.PeakConcurrentExecutions.ShouldBe(886);
        talk.PeakDroppedPerMinute.ShouldBe(462);
        talk.ConcurrentExecutions.Max(point => point[1]).ShouldBe(talk.PeakConcurrentExecutions);
        talk.DroppedPerMinute.Max(point => point[1]).ShouldBe(talk.PeakDroppedPerMinute);
        talk.ErrorsPerMinute.Max(point => point[1]).ShouldBe(talk.PeakErrorsPerMinute);
    }

    [Fact]
    public void For_Others_HasNone()
    {
        ReferenceCurves.For("readme").ShouldBeNull();
    }
}
