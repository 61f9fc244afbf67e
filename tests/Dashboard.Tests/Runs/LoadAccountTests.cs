using Dashboard.Runs;
using Scenarios.Reports;

namespace Dashboard.Tests.Runs;

public sealed class LoadAccountTests
{
    private static readonly LoadSummary Killed = new() { Incomplete = true, Planned = 500, Started = 120, Finished = 110, Accepted = 109, Failed = 1 };

    [Fact]
    public void Complete_KilledLoadGenerator_CountsWhatWasAcceptedAfterItsLastWord()
    {
        LoadAccount.Complete(Killed, accepted: 134).ShouldBe(Killed with { Started = 135, Finished = 135, Accepted = 134 });
        LoadAccount.Complete(Killed, accepted: 115).ShouldBe(Killed with { Finished = 116, Accepted = 115 });
    }

    [Fact]
    public void Warnings_KilledLoadGenerator_SayWhyItsCountIsTheSmaller()
    {
        var warnings = LoadAccount.Warnings(Killed, accepted: 134).ToList();

        warnings.Count.ShouldBe(2);
        warnings[0].ShouldContain("at least 135 of 500 arrivals");
        warnings[1].ShouldContain("last told of 120 orders sent, 109 of them accepted, and Notification.Api accepted 134");
    }

    [Fact]
    public void Complete_OrdersBeyondThePlan_AreSomebodyElses() =>
        LoadAccount.Complete(Killed, accepted: 510).ShouldBe(Killed with { Started = 500, Finished = 500, Accepted = 500, Failed = 0 });

    [Fact]
    public void Complete_LoadThatWasPlayedToItsEnd_IsAsItWasTold()
    {
        var whole = Killed with { Incomplete = false, Started = 500, Finished = 500, Accepted = 499 };

        LoadAccount.Complete(whole, accepted: 500).ShouldBe(whole);
        LoadAccount.Warnings(whole, accepted: 500).ShouldHaveSingleItem().ShouldContain("1 of 500 orders sent were not accepted");
        LoadAccount.Warnings(whole with { Accepted = 500 }, accepted: 501).ShouldBeEmpty();
        LoadAccount.Complete(null, accepted: 5).ShouldBeNull();
    }

    [Fact]
    public void Warnings_LoadThatWasStopped_SayHowFarItCame()
    {
        var stopped = Killed with { Finished = 120, Accepted = 120, Failed = 0 };

        LoadAccount.Warnings(stopped, accepted: 120).ShouldHaveSingleItem().ShouldContain("Incomplete load: 120 of 500 arrivals");
        // The one that got no answer was accepted all the same.
        LoadAccount.Complete(stopped with { Accepted = 119, Failed = 1 }, accepted: 120).ShouldBe(stopped with { Accepted = 119, Failed = 1 });
    }
}
