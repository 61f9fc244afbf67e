using CsCheck;
using Dashboard.Runs;
using Scenarios.Reports;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Runs;

public sealed class CurvePropertyTests
{
    /// <summary>What a counter has grown by, and how long that took (simulated seconds), export by export.</summary>
    private static readonly Gen<(double Wait, int Growth)[]> Exports =
        Gen.Select(Gen.Double[0.05, 130], Gen.Int[0, 500], (wait, growth) => (wait, growth)).Array[0, 60];

    private static readonly Gen<(int Growth, bool IsRestarted)[]> Exported = Gen.Select(Gen.Int[0, 50], Gen.Bool).Array[1, 80];

    private static readonly Gen<CounterCurve> Curves = Exports.Array[1, 4].Select(tracks => new CounterCurve([.. tracks.Select(ToTrack)]));

    [Fact]
    public void PerMinute_AnyCurve_ComesToTheTotalAndNeverFalls() => Gen.Select(Curves, Gen.Int[1, 60]).Sample((curve, minutes) =>
    {
        var rows = curve.PerMinute(minutes);
        rows.Length.ShouldBe(minutes);
        rows.Sum().ShouldBe(curve.Total);
        rows.ShouldAllBe(row => row >= 0);
    });

    [Fact]
    public void PerMinute_AnyCurve_IsWithinOneOfTheCurve() => Curves.Sample(curve =>
    {
        const int Minutes = 200;
        var rows = curve.PerMinute(Minutes);
        for (var i = 0; i < Minutes - 1; i++)
        {
            Math.Abs(rows[i] - (curve.At((i + 1) * 60) - curve.At(i * 60))).ShouldBeLessThanOrEqualTo(1);
        }
    });

    [Fact]
    public void At_AnyCurve_NeverFallsAndEndsAtTheTotal() => Gen.Select(Curves, Gen.Double[0, 9_000].Array[2, 50]).Sample((curve, times) =>
    {
        Array.Sort(times);
        var values = times.Select(curve.At).ToArray();
        values.Zip(values.Skip(1)).ShouldAllBe(pair => pair.First <= pair.Second + 1e-9);
        curve.At(0).ShouldBe(0);
        curve.At(1e9).ShouldBe(curve.Total, 1e-6);
    });

    /// <summary>A process that is killed now and then counts from zero again; nothing that it exported is lost or counted twice.</summary>
    [Fact]
    public void Totals_AnyRestarts_ComeToAllThatWasExported() => Exported.Sample(exports =>
    {
        var (report, all) = Play(exports, "delivery-worker", Instruments.FaasErrors, hasLedger: false);

        report.Totals.InvocationErrors.ShouldBe(all);
        report.Minutes.Sum(minute => minute.Errors).ShouldBe(all);
    });

    /// <summary>One with a ledger goes on where it was.</summary>
    [Fact]
    public void Totals_AnyRestartsWithALedger_ComeToAllThatWasExported() => Exported.Sample(exports =>
    {
        var (report, all) = Play(exports, "notification-api", Instruments.OrdersAccepted, hasLedger: true);

        report.Totals.Accepted.ShouldBe(all);
        report.Minutes.Sum(minute => minute.Accepted).ShouldBe(all);
    });

    private static (RunReport Report, int All) Play((int Growth, bool IsRestarted)[] exports, string service, string instrument, bool hasLedger)
    {
        var script = new MetricScript();
        var run = script.Begin(0);
        var (raw, all, second) = (0, 0, 1);
        foreach (var (growth, isRestarted) in exports)
        {
            if (isRestarted)
            {
                script.Restart(service, second - 0.5);
                raw = hasLedger ? raw : 0;
            }

            raw += growth;
            all += growth;
            script.Counter(second++, service, instrument, raw);
        }

        return (script.Report(run, second), all);
    }

    private static Track ToTrack((double Wait, int Growth)[] exports)
    {
        List<TrackPoint> points = [new(0, 0)];
        foreach (var (wait, growth) in exports)
        {
            points.Add(new(points[^1].Seconds + wait, points[^1].Value + growth));
        }

        return new(points, Patience: 100, IsAlive: true);
    }
}
