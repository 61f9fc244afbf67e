using Dashboard.Cloud;
using Dashboard.Lab.Figures;

namespace Dashboard.Tests.Lab;

public class PipelineViewTests
{
    private static readonly PipelineLimits Limits = new(Account: 1_000, Mapping: 10, Rate: 10, Burst: 10);

    [Fact]
    public void Of_QuietSystem_IsWellAndSaysSo()
    {
        var view = Of(new() { Accepted = 2, Direct = 2, Succeeded = 2, Attempts = 2.5, Processed = 2, Faults = 0.5, Concurrent = 5, Tokens = 10 });
        Station[] stations = [view.Api, view.Bus, view.Queue, view.Delivery, view.SlowApi];
        stations.ShouldAllBe(station => station.State == StationState.Ok && station.Reasons.Count == 0);
        view.SlowApi.Fill.ShouldBe(1);
        view.Delivery.Facts.ShouldContain(new KeyValuePair<string, string>("retries", "0.5/s"));
    }

    [Theory]
    [InlineData(500, StationState.Ok)]
    [InlineData(501, StationState.Strained)]
    [InlineData(801, StationState.Overloaded)]
    public void Of_Concurrency_IsJudgedAgainstTheAccountsLimit(double concurrent, StationState state)
    {
        var station = Of(new() { Concurrent = concurrent }).Delivery;
        station.State.ShouldBe(state);
        station.Reasons.Count.ShouldBe(state == StationState.Ok ? 0 : 1);
    }

    [Theory]
    [InlineData(95, 5, StationState.Ok)]
    [InlineData(94, 6, StationState.Strained)]
    [InlineData(79, 21, StationState.Overloaded)]
    public void Of_FailedInvocations_AreJudgedByTheirShare(double succeeded, double errors, StationState state)
    {
        var station = Of(new() { Succeeded = succeeded, Errors = errors }).Delivery;
        station.State.ShouldBe(state);
        if (state != StationState.Ok)
        {
            station.Reasons.ShouldHaveSingleItem().ShouldContain($"{succeeded} %");
        }
    }

    [Theory]
    [InlineData(0.5, StationState.Ok)]
    [InlineData(5, StationState.Strained)]
    [InlineData(60, StationState.Overloaded)]
    public void Of_ThrottledCalls_AreJudgedByTheirShare(double throttled, StationState state) =>
        Of(new() { Processed = 10, Throttled = throttled }).SlowApi.State.ShouldBe(state);

    [Fact]
    public void Of_NoConcurrencyLeft_IsOverloaded()
    {
        var station = Of(new() { Concurrent = 1_000, AccountThrottles = 3 }).Delivery;
        station.State.ShouldBe(StationState.Overloaded);
        station.Reasons[0].ShouldBe("3/s refused: no concurrency left");
    }

    [Fact]
    public void Of_QueueThatFallsFarBehind_IsOverloaded_AndOneThatIsBeingWorkedOffIsStrained()
    {
        var behind = new PipelineFigures { Queued = 15, Taken = 4, Visible = 900, AgeOfOldest = 400 };
        Of(behind).Queue.State.ShouldBe(StationState.Overloaded);
        Of(behind with { Queued = 0 }).Queue.State.ShouldBe(StationState.Strained);
        Of(behind with { AgeOfOldest = 30 }).Queue.State.ShouldBe(StationState.Ok);
    }

    [Fact]
    public void Of_TokensBeyondTheBurst_FillNoMoreThanTheBucket()
    {
        Of(new() { Tokens = 25 }).SlowApi.Fill.ShouldBe(1);
        Of(new() { Tokens = 0 }).SlowApi.Fill.ShouldBe(0);
        Of(new()).SlowApi.Fill.ShouldBeNull();
    }

    [Fact]
    public void Of_Switch_SaysWhichPathIsInUse()
    {
        Paths(new(), new(false, true, "UPDATE_COMPLETE")).ShouldBe((PathUse.InUse, PathUse.Idle));
        Paths(new(), new(true, true, "UPDATE_COMPLETE")).ShouldBe((PathUse.Idle, PathUse.InUse));
    }

    [Fact]
    public void Of_WhileTheStackIsUpdated_BothPathsAreShown() =>
        Paths(new(), new(true, false, "UPDATE_IN_PROGRESS")).ShouldBe((PathUse.Switching, PathUse.Switching));

    [Fact]
    public void Of_PathThatWasLeftWithSomethingOnIt_Drains()
    {
        Paths(new() { PendingAtFunction = 7 }, new(true, true, "UPDATE_COMPLETE")).ShouldBe((PathUse.Draining, PathUse.InUse));
        Paths(new() { NotVisible = 2 }, new(false, true, "UPDATE_COMPLETE")).ShouldBe((PathUse.InUse, PathUse.Draining));
    }

    [Fact]
    public void Of_NoCloudToAsk_GoesByWhatFlows() =>
        Paths(new() { Queued = 3 }, null).ShouldBe((PathUse.Idle, PathUse.InUse));

    [Fact]
    public void WaitingForRetry_IsWhatNothingWorksOn()
    {
        new PipelineFigures { PendingAtFunction = 90, NotVisible = 10, Concurrent = 30 }.WaitingForRetry.ShouldBe(70);
        new PipelineFigures { PendingAtFunction = 2, Concurrent = 3 }.WaitingForRetry.ShouldBe(0);
    }

    private static PipelineView Of(PipelineFigures figures) => PipelineView.Of(figures, Limits, new(false, true, "CREATE_COMPLETE"));

    private static (PathUse Direct, PathUse Queue) Paths(PipelineFigures figures, FlowControlState? flow)
    {
        var view = PipelineView.Of(figures, Limits, flow);
        return (view.Direct, view.ThroughQueue);
    }
}
