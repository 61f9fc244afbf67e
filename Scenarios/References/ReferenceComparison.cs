using Scenarios.Reports;

namespace Scenarios.References;

/// <summary>A run beside what somebody else measured with the same scenario: how high, how deep, how fast down and how fast up again.</summary>
public static class ReferenceComparison
{
    /// <summary>Below this share of successes, percent, the break has begun; at it again, it is over.</summary>
    private const double Well = 95;

    private const double Collapsed = 50;

    private const double SecondsPerMinute = 60;

    /// <summary>The figures, in the order in which the slide shows them.</summary>
    public static IReadOnlyList<ReferenceFigure> Of(RunReport report, ReferenceCurves reference)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reference);
        // A minute's share is that of its middle.
        var measured = new SuccessCurve([.. report.Minutes
            .Where(minute => minute.SuccessRatePercent is not null)
            .Select(minute => (minute.Minute + 0.5, minute.SuccessRatePercent!.Value))]);
        var known = new SuccessCurve([.. reference.SuccessRatePercent.Select(point => (point[0], point[1]))]);

        ReferenceFigure Figure(string key, string title, string unit, double theirs, double? ours) =>
            new(title, unit, theirs, ours, reference.Explanations.GetValueOrDefault(key));

        double? Seconds(double? minutes) => minutes * SecondsPerMinute;

        return
        [
            Figure("peakConcurrentExecutions", "Peak ConcurrentExecutions", "", reference.PeakConcurrentExecutions, report.Peaks.ConcurrentExecutions),
            Figure("peakDroppedPerMinute", "Peak AsyncEventsDropped a minute", "", reference.PeakDroppedPerMinute, report.Peaks.AsyncEventsDroppedPerMinute),
            Figure("peakErrorsPerMinute", "Peak errors a minute", "", reference.PeakErrorsPerMinute, report.Peaks.ErrorsPerMinute),
            Figure("lowestSuccessRatePercent", "Lowest success rate of a minute", "%", known.Lowest ?? 0, measured.Lowest),
            Figure("collapse", "Success from 95 % to 50 % in", "s", Seconds(known.Fall(Well, Collapsed)) ?? 0, Seconds(measured.Fall(Well, Collapsed))),
            Figure("recovery", "Success back at 95 % after the load's end in", "s", Seconds(known.Recovery(Well) - reference.LoadEndsAtMinute) ?? 0, Seconds(measured.Recovery(Well) - reference.LoadEndsAtMinute)),
        ];
    }
}
