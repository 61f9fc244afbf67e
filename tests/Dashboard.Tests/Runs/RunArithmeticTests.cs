using Dashboard.Telemetry.Metrics;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Runs;

public sealed class RunArithmeticTests
{
    private const string Api = "notification-api";
    private const string Worker = "delivery-worker";
    private const string Slow = "slow-api";
    private const string Aws = "local-aws";

    [Fact]
    public void Totals_AreDifferencesToTheBaseline()
    {
        var script = new MetricScript().Counter(-1, Api, Instruments.OrdersAccepted, 100);
        var run = script.Begin(0);
        script.Counter(1, Api, Instruments.OrdersAccepted, 103).Counter(2, Api, Instruments.OrdersAccepted, 110);

        script.Report(run, 2).Totals.Accepted.ShouldBe(10);
    }

    [Fact]
    public void Totals_SeriesThatFirstAppearsDuringTheRun_CountsFromZero()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Api, Instruments.OrdersRejected, 4);

        script.Report(run, 1).Totals.Rejected.ShouldBe(4);
    }

    [Fact]
    public void Cost_OfARun_IsThatOfItsTotals()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Worker, Instruments.BilledDuration, 75_000).Counter(1, Worker, Instruments.WastedDuration, 7_500);

        var report = script.Report(run, 1);

        report.Totals.BilledSeconds.ShouldBe(75_000);
        report.Cost!.LambdaDuration.ShouldBe(1.0000m, 0.0001m);
        report.Cost.Waste.ShouldBe(0.1000m, 0.0001m);
    }

    [Fact]
    public void Totals_DeltaTemporality_IsSummed()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Api, Instruments.OrdersAccepted, 3, isDelta: true).Counter(2, Api, Instruments.OrdersAccepted, 2, isDelta: true);

        script.Report(run, 2).Totals.Accepted.ShouldBe(5);
    }

    [Fact]
    public void Totals_SeveralInstances_AreAddedUp()
    {
        var script = new MetricScript().Counter(-1, "slow-api/a", Instruments.OrdersProcessed, 5);
        var run = script.Begin(0);
        script.Counter(1, "slow-api/a", Instruments.OrdersProcessed, 7).Counter(1, "slow-api/b", Instruments.OrdersProcessed, 10);

        script.Report(run, 1).Totals.Processed.ShouldBe(12);
    }

    [Fact]
    public void Totals_PointThatComesTwiceOrLate_ChangesNothing()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Api, Instruments.OrdersAccepted, 5)
            .Counter(1, Api, Instruments.OrdersAccepted, 5)
            .Counter(0.5, Api, Instruments.OrdersAccepted, 2);

        script.Report(run, 1).Totals.Accepted.ShouldBe(5);
    }

    [Fact]
    public void Totals_RestartedProcess_KeepsWhatWasCountedBefore()
    {
        var script = new MetricScript().Counter(-1, Api, Instruments.OrdersAccepted, 100);
        var run = script.Begin(0);
        script.Counter(1, Api, Instruments.OrdersAccepted, 110);
        script.Restart(Api, 2);
        script.Counter(3, Api, Instruments.OrdersAccepted, 4).Counter(4, Api, Instruments.OrdersAccepted, 6);

        script.Report(run, 4).Totals.Accepted.ShouldBe(16);
    }

    [Fact]
    public void Totals_RestartedProcessThatHasPassedItsOldValue_StillCountsFromZero()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Worker, Instruments.FaasTimeouts, 2);
        script.Restart(Worker, 2);
        script.Counter(3, Worker, Instruments.FaasTimeouts, 5);

        script.Report(run, 3).Totals.Timeouts.ShouldBe(7);
    }

    [Fact]
    public void Totals_SmallerValueWithoutANewStart_IsARestart()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Api, Instruments.OrdersAccepted, 10).Counter(2, Api, Instruments.OrdersAccepted, 3);

        script.Report(run, 2).Totals.Accepted.ShouldBe(13);
    }

    [Theory]
    [InlineData("delivery-worker", "delivery-worker")]
    [InlineData("delivery-worker/one", "delivery-worker/two")]
    public void Totals_LedgerThatGoesOnAfterARestart_IsNotCountedTwice(string before, string after)
    {
        var script = new MetricScript().Counter(-1, before, Instruments.OrdersDelivered, 40);
        var run = script.Begin(0);
        script.Counter(1, before, Instruments.OrdersDelivered, 50);
        script.Restart(after, 2);
        script.Counter(3, after, Instruments.OrdersDelivered, 50).Counter(4, after, Instruments.OrdersDelivered, 55);

        script.Report(run, 4).Totals.Delivered.ShouldBe(15);
    }

    [Fact]
    public void Totals_LedgerLostWithItsProcess_GoesOnFromZero()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Worker, Instruments.OrdersDelivered, 50);
        script.Restart(Worker, 2);
        script.Counter(3, Worker, Instruments.OrdersDelivered, 2);

        script.Report(run, 3).Totals.Delivered.ShouldBe(52);
    }

    [Fact]
    public void Totals_EveryFieldHasItsSource()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Api, Instruments.OrdersAccepted, 100)
            .Counter(1, Api, Instruments.OrdersRejected, 2)
            .Counter(1, Worker, Instruments.OrdersDelivered, 60)
            .Counter(1, Worker, Instruments.OrdersDropped, 8, [new(Instruments.DropReason, "RetriesExhausted")])
            .Counter(1, Worker, Instruments.OrdersDropped, 2, [new(Instruments.DropReason, Instruments.DeadLettered)])
            .Counter(1, Aws, Instruments.EventsFailedInvocations, 3)
            .Gauge(1, Aws, Instruments.EventsPending, 4)
            .Gauge(1, Worker, Instruments.AsyncEventsPending, 5)
            .Gauge(1, Aws, Instruments.SqsMessagesVisible, 6, MetricScript.OnQueue(MetricScript.Queue))
            .Gauge(1, Aws, Instruments.SqsMessagesNotVisible, 7, MetricScript.OnQueue(MetricScript.Queue))
            .Gauge(1, Aws, Instruments.SqsMessagesDelayed, 1, MetricScript.OnQueue(MetricScript.Queue))
            .Gauge(1, Aws, Instruments.SqsMessagesVisible, 99, MetricScript.OnQueue("dead-letters"))
            .Counter(1, Worker, Instruments.FaasInvocations, 61)
            .Counter(1, Worker, Instruments.FaasErrors, 20)
            .Counter(1, Worker, Instruments.FaasTimeouts, 9)
            .Counter(1, Slow, Instruments.OrdersProcessed, 62)
            .Counter(1, Slow, Instruments.OrdersProcessedAgain, 1)
            .Counter(1, Slow, Instruments.SlowApiRequests, 63, MetricScript.WithOutcome("processed"))
            .Counter(1, Slow, Instruments.SlowApiRequests, 30, MetricScript.WithOutcome("throttled"))
            .Counter(1, Slow, Instruments.SlowApiRequests, 15, MetricScript.WithOutcome("fault"));

        script.Report(run, 1).Totals.ShouldBe(new()
        {
            Accepted = 100,
            Rejected = 2,
            Delivered = 60,
            Dropped = 13,
            DeadLettered = 2,
            InFlight = 23,
            Unaccounted = 4,
            Invocations = 90,
            InvocationErrors = 29,
            Timeouts = 9,
            Processed = 62,
            ProcessedTwice = 1,
            Calls = 108,
            Throttled = 30,
            Faults = 15,
        });
    }

    [Fact]
    public void InFlight_ProcessThatIsGone_HasNothingUnderWay()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Api, Instruments.OrdersAccepted, 5).Gauge(1, Worker, Instruments.AsyncEventsPending, 5);

        script.Report(run, 2).Totals.InFlight.ShouldBe(5);
        script.Report(run, 60).Totals.ShouldSatisfyAllConditions(
            totals => totals.InFlight.ShouldBe(0),
            totals => totals.Unaccounted.ShouldBe(5));
    }

    [Fact]
    public void Warnings_OrdersOfAnEarlierRunUnderWay_AreNamed()
    {
        var script = new MetricScript();
        script.Gauge(-1, Worker, Instruments.AsyncEventsPending, 3).Gauge(-1, "delivery-worker/gone", Instruments.AsyncEventsPending, 9);
        var run = script.Begin(0);
        script.Gauge(1, Worker, Instruments.AsyncEventsPending, 2);

        script.Report(run, 1).Warnings.ShouldHaveSingleItem().ShouldStartWith("3 orders");
    }

    [Fact]
    public void Totals_OrderDroppedAndThenDeliveredAfterAll_IsDelivered()
    {
        // The worker takes such an order out of its ledger of the dropped: the count falls, so it comes as a gauge does.
        var script = new MetricScript().Gauge(-1, Worker, Instruments.OrdersDropped, 10);
        var run = script.Begin(0);
        script.Gauge(1, Worker, Instruments.OrdersDropped, 15).Gauge(2, Worker, Instruments.OrdersDropped, 14)
            .Counter(2, Worker, Instruments.OrdersDelivered, 1);

        var totals = script.Report(run, 2).Totals;
        totals.Dropped.ShouldBe(4);
        totals.Delivered.ShouldBe(1);
    }

    [Fact]
    public void Minutes_CountersAreInterpolatedAtTheMinutesEnd()
    {
        // Ten times the speed: a simulated minute is six real seconds.
        var script = new MetricScript(speed: 10).Counter(-1, Api, Instruments.OrdersAccepted, 0);
        var run = script.Begin(0);
        script.Counter(4, Api, Instruments.OrdersAccepted, 40).Counter(8, Api, Instruments.OrdersAccepted, 80)
            .Counter(12, Api, Instruments.OrdersAccepted, 80);

        script.Report(run, 12).Minutes.Select(minute => minute.Accepted).ShouldBe([60, 20]);
    }

    [Fact]
    public void Minutes_CounterThatAppearsLate_IsNotSpreadOverTheTimeBefore()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(299, Worker, Instruments.FaasInvocations, 1).Counter(300, Worker, Instruments.FaasTimeouts, 8);

        script.Report(run, 300).Minutes.Select(minute => minute.Errors).ShouldBe([0, 0, 0, 0, 8]);
    }

    [Fact]
    public void Minutes_RestartInBetween_IsNotSpreadOverTheOutage()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(10, Api, Instruments.OrdersAccepted, 10);
        script.Restart(Api, 200);
        script.Counter(210, Api, Instruments.OrdersAccepted, 5);

        script.Report(run, 210).Minutes.Select(minute => minute.Accepted).ShouldBe([10, 0, 0, 5]);
    }

    [Fact]
    public void Minutes_SuccessRateIsOfTheMinutesInvocations_AndNullWithoutAny()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Worker, Instruments.FaasInvocations, 0).Counter(1, Worker, Instruments.FaasErrors, 0)
            .Counter(50, Worker, Instruments.FaasInvocations, 1).Counter(50, Worker, Instruments.FaasErrors, 3);

        script.Report(run, 100).Minutes.Select(minute => minute.SuccessRatePercent).ShouldBe([25, null]);
    }

    [Fact]
    public void Minutes_ConcurrentExecutions_IsTheHighestSampleOfTheMinute()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        foreach (var (at, value) in new[] { (1, 5), (30, 80), (59, 7), (61, 20), (119, 30) })
        {
            script.Gauge(at, Worker, Instruments.ConcurrentExecutionsMaximum, value);
        }

        var report = script.Report(run, 119);
        report.Minutes.Select(minute => minute.ConcurrentExecutions).ShouldBe([80, 30]);
        report.Peaks.ConcurrentExecutions.ShouldBe(80);
    }

    [Fact]
    public void QueueDepth_MinutesHaveTheEnd_PeaksTheHighest()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        foreach (var (at, visible, notVisible) in new[] { (30.0, 70, 10), (58.0, 40, 10), (62.0, 20, 10), (110.0, 0, 3) })
        {
            // One export reads its gauges one after the other.
            script.Gauge(at, Aws, Instruments.SqsMessagesVisible, visible, MetricScript.OnQueue(MetricScript.Queue))
                .Gauge(at + 0.001, Aws, Instruments.SqsMessagesNotVisible, notVisible, MetricScript.OnQueue(MetricScript.Queue))
                .Gauge(at, Aws, Instruments.SqsAgeOfOldestMessage, at / 2, MetricScript.OnQueue(MetricScript.Queue));
        }

        var report = script.Report(run, 111);
        report.Minutes.Select(minute => minute.QueueDepth).ShouldBe([50, 3]);
        report.Peaks.QueueDepth.ShouldBe(80);
        report.Peaks.AgeOfOldestMessageSeconds.ShouldBe(55);
    }

    [Fact]
    public void Peaks_QueueDepth_MessageThatBecameInvisible_IsNotCountedTwice()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Gauge(1, Aws, Instruments.SqsMessagesVisible, 5, MetricScript.OnQueue(MetricScript.Queue))
            .Gauge(1.001, Aws, Instruments.SqsMessagesNotVisible, 0, MetricScript.OnQueue(MetricScript.Queue))
            .Gauge(2, Aws, Instruments.SqsMessagesNotVisible, 5, MetricScript.OnQueue(MetricScript.Queue))
            .Gauge(2.001, Aws, Instruments.SqsMessagesVisible, 0, MetricScript.OnQueue(MetricScript.Queue));

        script.Report(run, 3).Peaks.QueueDepth.ShouldBe(5);
    }

    [Fact]
    public void Dropped_MinutesAndPeaksHaveEvents_TotalsHaveOrders()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Counter(1, Worker, Instruments.AsyncEventsDropped, 0).Counter(1, Aws, Instruments.EventsFailedInvocations, 0)
            .Counter(50, Worker, Instruments.AsyncEventsDropped, 12).Counter(50, Aws, Instruments.EventsFailedInvocations, 2)
            .Counter(50, Worker, Instruments.OrdersDropped, 11)
            .Counter(70, Worker, Instruments.AsyncEventsDropped, 12).Counter(110, Worker, Instruments.AsyncEventsDropped, 15);

        var report = script.Report(run, 110);
        report.Minutes.Select(minute => minute.Dropped).ShouldBe([14, 3]);
        report.Peaks.AsyncEventsDroppedPerMinute.ShouldBe(14);
        report.Totals.Dropped.ShouldBe(13);
    }

    [Fact]
    public void Report_Drained_EndsWithTheLastThingThatHappened()
    {
        var script = new MetricScript(speed: 10);
        var run = script.Begin(0);
        script.Counter(1, Api, Instruments.OrdersAccepted, 0).Counter(2, Api, Instruments.OrdersAccepted, 5)
            .Counter(20, Worker, Instruments.OrdersDelivered, 5);
        for (var second = 21; second <= 40; second++)
        {
            script.Counter(second, Api, Instruments.OrdersAccepted, 5).Counter(second, Worker, Instruments.OrdersDelivered, 5);
        }

        var report = script.Report(run, 40, drained: true);
        report.SimulatedSeconds.ShouldBe(200, "to the last settlement, on the axis of the minutes");
        report.RealSeconds.ShouldBe(20);
        report.Minutes.Count.ShouldBe(4);
        script.Report(run, 40).Minutes.Count.ShouldBe(7, "a run that was given up lasts until then");
    }

    [Fact]
    public void TimeToDelivery_IsOfThisRunOnly_AndNullWithoutADelivery()
    {
        var before = new ExplicitHistogram { Count = 100, Bounds = [10, 20, 30], Counts = [100, 0, 0, 0] };
        var script = new MetricScript().Histogram(-1, Worker, Instruments.OrdersTimeToDelivery, before);
        var run = script.Begin(0);
        script.Report(run, 0).TimeToDelivery.P50Seconds.ShouldBeNull();

        script.Histogram(1, Worker, Instruments.OrdersTimeToDelivery, before with { Count = 110, Counts = [100, 0, 10, 0] });
        var times = script.Report(run, 1).TimeToDelivery;
        times.P50Seconds.ShouldBe(25);
        times.P99Seconds!.Value.ShouldBe(29.9, 0.001);
    }

    [Fact]
    public void Clock_IsOverAllProcesses_InMilliseconds()
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Histogram(1, Worker, Instruments.ClockLag, new ExplicitHistogram { Count = 1, Max = 0.25, Bounds = [], Counts = [1] })
            .Histogram(1, Api, Instruments.ClockLag, new ExplicitHistogram { Count = 1, Max = 0.75, Bounds = [], Counts = [1] });

        script.Report(run, 1).Clock.MaxLagMilliseconds.ShouldBe(750);
    }

    [Theory]
    [InlineData(0.4, 0)]
    [InlineData(4, 1)]
    public void Warnings_TimersThatWereLate_SayThatTheFiguresAreDistorted(double seconds, int warnings)
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        script.Histogram(1, Worker, Instruments.ClockLag, new ExplicitHistogram { Count = 1, Max = seconds, Bounds = [seconds / 2], Counts = [0, 1] });

        var report = script.Report(run, 1);

        report.Warnings.Count.ShouldBe(warnings);
        report.Warnings.ShouldAllBe(warning => warning.Contains("distorted"));
    }
}
