using System.Globalization;
using Dashboard.Telemetry.Metrics;
using Scenarios.Costs;
using Scenarios.Reports;
using ServiceDefaults.Telemetry;

namespace Dashboard.Runs;

/// <summary>From samples to a report.</summary>
internal static class RunArithmetic
{
    private const double SecondsPerMinute = 60;

    /// <summary>A fifth of a second of waits that take seconds: beyond, timeouts of 5 s begin to fire that would not.</summary>
    private const double TolerableLagMilliseconds = 500;

    private const double MillisecondsPerSecond = 1000;
    private const double Median = 0.5;
    private const double NinetyNinth = 0.99;

    /// <summary>The report of a run so far, or with <paramref name="drained"/> of all of it: then it ends with the last thing that happened.</summary>
    public static RunReport Report(RunReading reading, RunCurves curves, bool drained)
    {
        var end = drained ? curves.LastActivity : reading.Elapsed;
        var minutes = Minutes(curves, end);
        var totals = Totals(curves);
        var clock = Clock(reading);
        var simulated = drained ? curves.LastSettlement : reading.Elapsed;
        return new()
        {
            Scenario = reading.Start.Scenario,
            FlowControl = reading.Start.FlowControl,
            Flips = [.. reading.Start.Flips.Select(flip => new FlowControlFlip { AtSeconds = Rounded(reading.Start.SecondsOf(flip.At)), Enabled = flip.Enabled })],
            Settings = reading.Start.Settings,
            SettingChanges = [.. reading.Start.SettingChanges.Select(change => Change(reading.Start, change))],
            Speed = reading.Start.Speed,
            Seed = reading.Start.Seed,
            StartedAt = reading.Start.StartedAt,
            SimulatedSeconds = Rounded(simulated),
            RealSeconds = Rounded(simulated / reading.Start.Speed),
            Drained = drained,
            Totals = totals,
            Cost = CostMeter.Price(totals, PriceList.Current),
            Peaks = Peaks(curves, minutes, reading.Elapsed),
            TimeToDelivery = TimesToDelivery(reading),
            Minutes = minutes,
            Clock = clock,
            Warnings = [.. Warnings(reading.Start, curves, clock)],
        };
    }

    private static IEnumerable<string> Warnings(RunStart start, RunCurves curves, ClockLag clock)
    {
        foreach (var absence in start.Absences)
        {
            var (from, to) = (start.MinuteOf(absence.From), start.MinuteOf(absence.To));
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"The dashboard was away {(from == to ? $"in minute {from}" : $"from minute {from} to minute {to}")}: the totals have what was counted then, the minutes have it spread evenly, and peaks of that time were not seen.");
        }

        foreach (var flip in start.Flips)
        {
            yield return $"Flow control was turned {(flip.Enabled ? "on" : "off")} in minute {start.MinuteOf(flip.At)}: orders took either way.";
        }

        if (start.SettingChanges.Count > 0)
        {
            yield return $"Settings were changed while the run was on: {string.Join(", ", start.SettingChanges.Select(change => RunWords.Change(Change(start, change))))}.";
        }

        if (curves.InFlightAtStart != 0)
        {
            yield return $"{curves.InFlightAtStart} {(curves.InFlightAtStart == 1 ? "order was" : "orders were")} under way when the run began: the counts have them as delivered, dropped or in flight, but not as accepted.";
        }

        if (clock.P99LagMilliseconds > TolerableLagMilliseconds)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Timers were late: one in a hundred by more than {clock.P99LagMilliseconds / MillisecondsPerSecond:0.0} simulated seconds. The machine was too busy for this speed, and the figures are distorted; a lower speed helps.");
        }
    }

    private static SettingChange Change(RunStart start, RunSettingChange change) => new()
    {
        AtSeconds = Rounded(start.SecondsOf(change.At)),
        Name = change.Difference.Name,
        From = change.Difference.First,
        To = change.Difference.Second,
    };

    private static RunTotals Totals(RunCurves curves)
    {
        var accounts = curves.Accounts;
        return new()
        {
            Accepted = accounts.Accepted,
            Rejected = curves.Rejected.Total,
            Delivered = accounts.Delivered,
            Dropped = accounts.Dropped,
            DeadLettered = curves.DeadLettered.Total,
            InFlight = accounts.InFlight,
            Unaccounted = accounts.Unaccounted,
            Processed = curves.Processed.Total,
            ProcessedTwice = curves.ProcessedAgain.Total,
            Invocations = curves.SuccessfulInvocations.Total + curves.InvocationErrors.Total,
            InvocationErrors = curves.InvocationErrors.Total,
            Timeouts = curves.Timeouts.Total,
            BilledSeconds = curves.BilledDuration.Total,
            WastedSeconds = curves.WastedDuration.Total,
            WastedInvocations = curves.WastedInvocations.Total,
            QueueRequests = curves.QueueRequests.Total,
            Calls = curves.OtherCalls.Total + curves.Throttled.Total + curves.Faults.Total,
            Throttled = curves.Throttled.Total,
            Faults = curves.Faults.Total,
        };
    }

    /// <summary>
    /// What is a sum of parts is added up from its parts' rows: rounded on its own, a minute could have more errors
    /// than invocations.
    /// </summary>
    private static RunMinute[] Minutes(RunCurves curves, double end)
    {
        var count = Math.Max(1, (int)Math.Ceiling(end / SecondsPerMinute));
        var accepted = curves.Accepted.PerMinute(count);
        var succeeded = curves.SuccessfulInvocations.PerMinute(count);
        var errors = curves.InvocationErrors.PerMinute(count);
        var dropped = curves.EventsDropped.PerMinute(count);
        var otherCalls = curves.OtherCalls.PerMinute(count);
        var throttled = curves.Throttled.PerMinute(count);
        var faults = curves.Faults.PerMinute(count);
        var delivered = curves.Delivered.PerMinute(count);
        return
        [
            .. Enumerable.Range(0, count).Select(minute => new RunMinute
            {
                Minute = minute,
                Accepted = accepted[minute],
                Invocations = succeeded[minute] + errors[minute],
                Errors = errors[minute],
                SuccessRatePercent = SuccessRate(succeeded[minute], succeeded[minute] + errors[minute]),
                ConcurrentExecutions = Whole(curves.ConcurrentExecutionsMaximum.MaximumIn(
                    minute * SecondsPerMinute, Math.Min(end, (minute + 1) * SecondsPerMinute))),
                Dropped = dropped[minute],
                Calls = otherCalls[minute] + throttled[minute] + faults[minute],
                Throttled = throttled[minute],
                Faults = faults[minute],
                Delivered = delivered[minute],
                QueueDepth = Whole(curves.QueueDepth.At(Math.Min(end, (minute + 1) * SecondsPerMinute))),
            }),
        ];
    }

    private static double? SuccessRate(long succeeded, long invocations) =>
        invocations == 0 ? null : Math.Round(100.0 * succeeded / invocations, 2);

    private static RunPeaks Peaks(RunCurves curves, IReadOnlyList<RunMinute> minutes, double now) => new()
    {
        ConcurrentExecutions = minutes.Max(minute => minute.ConcurrentExecutions),
        AsyncEventsDroppedPerMinute = minutes.Max(minute => minute.Dropped),
        ErrorsPerMinute = minutes.Max(minute => minute.Errors),
        QueueDepth = Whole(curves.QueueDepth.MaximumIn(0, now)),
        AgeOfOldestMessageSeconds = Rounded(curves.AgeOfOldestMessage.MaximumIn(0, now)),
    };

    private static TimeToDelivery TimesToDelivery(RunReading reading)
    {
        var times = reading.Histograms(Instruments.OrdersTimeToDelivery);
        return new() { P50Seconds = Rounded(Quantiles.Of(times, Median)), P99Seconds = Rounded(Quantiles.Of(times, NinetyNinth)) };
    }

    private static ClockLag Clock(RunReading reading)
    {
        var lags = reading.Histograms(Instruments.ClockLag);
        return new()
        {
            MaxLagMilliseconds = Rounded(lags.Max(lag => lag.Max) * MillisecondsPerSecond) ?? 0,
            P99LagMilliseconds = Rounded(Quantiles.Of(lags, NinetyNinth) * MillisecondsPerSecond) ?? 0,
        };
    }

    private static long Whole(double value) => (long)Math.Round(value, MidpointRounding.AwayFromZero);

    private static double Rounded(double value) => Math.Round(value, 3);

    private static double? Rounded(double? value) => value is { } known ? Rounded(known) : null;
}
