using System.Diagnostics.Metrics;
using ServiceDefaults.Telemetry;

namespace LoadGenerator;

/// <summary>The load generator's own instruments.</summary>
internal sealed class LoadMetrics(IMeterFactory meters)
{
    /// <summary>The name of this room's meter.</summary>
    public const string Source = "LoadGenerator";

    private readonly Counter<long> _started = meters.Create(Source).CreateCounter<long>(
        Instruments.LoadStarted, "{user}", "Arrivals that were sent");

    private readonly Counter<long> _skipped = meters.Create(Source).CreateCounter<long>(
        Instruments.LoadSkipped, "{user}", "Arrivals left out because maxVusers were under way");

    private readonly Counter<long> _answers = meters.Create(Source).CreateCounter<long>(
        Instruments.LoadAnswers, "{request}", "Requests that ended, by outcome");

    private readonly Histogram<double> _lag = meters.Create(Source).CreateHistogram<double>(
        Instruments.LoadLag, "s", "From an arrival's due time to its sending, in simulated seconds");

    public void UserStarted() => _started.Add(1);

    public void UserSkipped() => _skipped.Add(1);

    public void UserLagged(TimeSpan lag) => _lag.Record(lag.TotalSeconds);

    public void RequestEnded(RequestOutcome outcome) => _answers.Add(1, new KeyValuePair<string, object?>("outcome", outcome switch
    {
        RequestOutcome.Accepted => "accepted",
        RequestOutcome.Rejected => "rejected",
        _ => "failed",
    }));
}
