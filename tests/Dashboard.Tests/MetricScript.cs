using Dashboard.Runs;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;

namespace Dashboard.Tests;

/// <summary>What processes export, second by second, into a real store.</summary>
internal sealed class MetricScript
{
    public const string Queue = "sls-observe-delivery";

    private readonly Dictionary<string, DateTimeOffset> _starts = [];

    public MetricScript(double speed = 1, TelemetryLimits? limits = null)
    {
        Speed = speed;
        Store = new(limits ?? new(), LabInstruments.Continued);
    }

    public static DateTimeOffset Zero { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public double Speed { get; }

    public MetricStore Store { get; }

    public static DateTimeOffset At(double realSeconds) => Zero.AddSeconds(realSeconds);

    public static Tag[] OnQueue(string name) => [new("messaging.destination.name", name)];

    public static Tag[] WithOutcome(string outcome) => [new("outcome", outcome)];

    /// <summary>A new process of that service: it counts from that time on.</summary>
    public void Restart(string service, double at) => _starts[service] = At(at);

    public MetricScript Counter(double at, string service, string instrument, double value, Tag[]? tags = null, bool isDelta = false)
    {
        Store.Add([Point(at, service, instrument, InstrumentKind.Counter, tags) with { Value = value, IsDelta = isDelta }]);
        return this;
    }

    public MetricScript Gauge(double at, string service, string instrument, double value, Tag[]? tags = null)
    {
        Store.Add([Point(at, service, instrument, InstrumentKind.Gauge, tags) with { Value = value }]);
        return this;
    }

    public MetricScript Histogram(double at, string service, string instrument, Histogram value)
    {
        Store.Add([Point(at, service, instrument, InstrumentKind.Histogram, null) with { Histogram = value }]);
        return this;
    }

    public RunStart Begin(double at)
    {
        Store.BeginRun();
        return new("run", "smoke", FlowControl: false, Speed, Seed: 7, At(at));
    }

    public RunReading Read(RunStart start, double at) => new(Store.Read(LabInstruments.All, start.StartedAt), start, At(at));

    public Scenarios.Reports.RunReport Report(RunStart start, double at, bool drained = false)
    {
        var reading = Read(start, at);
        return RunArithmetic.Report(reading, new RunCurves(reading, Queue), drained);
    }

    public bool IsSettled(RunStart start, double at)
    {
        var reading = Read(start, at);
        return Settlement.IsSettled(reading, new RunCurves(reading, Queue), Queue);
    }

    public MetricPoint Point(double at, string service, string instrument, InstrumentKind kind, Tag[]? tags)
    {
        var key = service.Split('/') is [var name, var instance] ? new ResourceKey(name, instance) : new ResourceKey(service, "");
        return new()
        {
            Key = new(key, "meter", instrument, kind, TagList.Canonical(tags ?? [])),
            Resource = new(key, new(Speed, Zero), []),
            Tags = tags ?? [],
            Start = _starts.GetValueOrDefault(service, Zero.AddHours(-1)),
            Time = At(at),
        };
    }
}
