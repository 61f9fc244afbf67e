using Dashboard.Lab.Alarms;
using Dashboard.Lab.Figures;

namespace Dashboard.Tests.Lab;

/// <summary>
/// The alarm on the function's duration, on 90th percentiles of stretches of 20 simulated seconds that runs have recorded: it goes off within
/// the first two overloaded minutes, and not before. The load passes what SlowApi can take at minute 5 of readme and at minute 6 of talk.
/// </summary>
public sealed class RecordedDurationsTests
{
    private const double Stretch = 20;

    /// <summary>Scenario, speed, the first overloaded second (none: never), the series; null: no invocation ended.</summary>
    public static TheoryData<string, double, double?, double?[]> Runs => new()
    {
        {
            "readme", 1, 300,
            [
                7.53, 6.48, 5.05, 7.18, 7.65, 7.34, 7.17, 6.9, 7.71, 7.99, 7.05, 6.85, 8.72, 7.77, 6.98, 6.91, 10.98, 19.9, 22.38, 23.06, 23.59, 25.41, 24.98, 24.43,
                24.6, 24.99, 25.13, 25.44, 25.44, 25.43, 25.17, 25.48, 25.52, 25.4, 25.51, 25.44, 25.52, 25.47, 25.55, 25.46, 25.22, 25.18, 25.16, 25.51, 25.12, 22.49,
                21.72, 19.68, 13.6, 6.68, 6.99, 17.34,
            ]
        },
        {
            "readme", 2, 300,
            [
                5.42, 6.1, 8.29, 7.5, 6.7, 7.21, 6.25, 7.96, 5.69, 8.19, 6.67, 5.96, 8.65, 8.18, 6.04, 7.11, 13.43, 21.87, 20.62, 23.12, 24.39, 24.35, 24.03, 23.94,
                24.67, 25.44, 25.36, 24.76, 25.32, 25.3, 25.63, 25.36, 25.15, 25.31, 25.2, 25.62, 25.33, 25.72, 25.58, 25.81, 25.48, 25.22, 25.01, 25.03, 24.7, 21.82,
                22.23, 16.56, 8.69, 6.93, 7.93, 19.01,
            ]
        },
        {
            "talk", 10, 360,
            [
                null, 15.69, 22.56, 12.04, 12.84, 13.09, 10.13, 13.22, 10.09, 15.08, 10.06, 13.65, 15.11, 13.89, 10.24, 13.62, 13.6, 11.69, 11.27, 13.52, 17.76, 19.67,
                21.65, 23.93, 24.4, 26.51, 24.94, 25.37, 25.73, 25.84, 26.46, 25.94, 27, 25.64, 26.21, 26.07, 26.41, 26, 26.69, 26.31, 26.54, 28.77, 27.84, 26.64, 26.52,
                27.01, 29.04, 29.02, 26.32, 26.89, 27.09, 29.21, 30.73, 29.48, 29.86, 29.02, 26.78, 26.68, 26, 26.56, 26.49, 27.66, 27.05, 26.37, 26.89, 26.56, 26.52,
                15.16, 25.15,
            ]
        },
        { "smoke --flow-control", 10, null, [15.63, 8.94, 4.9, 2.86, 3.25, 3.49, 4.18, 2.44, 2.96, 2, 3.11, 1.76] },
        { "smoke --flow-control", 20, null, [24.22, 4.16, 3.85, 3.47, 4.13, 4.4, 4.21] },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void Duration_OfARecordedRun_GoesOffInTheFirstTwoOverloadedMinutesOnly(string run, double speed, double? overloaded, double?[] series)
    {
        var band = new AnomalyBand();
        var board = new AlarmBoard();
        foreach (var (index, p90) in series.Index())
        {
            board.Observe(new QuantilePoint((index + 1) * Stretch, null, p90, null) { Band = p90 is { } value ? band.Observe(value) : null });
        }

        var episodes = board.States.Single(state => state.Kind == AlarmKind.Duration).Episodes;
        if (overloaded is { } begin)
        {
            episodes[0].Begin.ShouldBeInRange(begin, begin + 120, $"{run} at speed {speed}");
        }
        else
        {
            episodes.ShouldBeEmpty($"{run} at speed {speed}");
        }
    }
}
