using Dashboard.Runs;
using Dashboard.Telemetry;
using ServiceDefaults.Telemetry;

namespace Dashboard.Lab.Figures;

/// <summary>From a run's series to the figures of the picture.</summary>
internal static class PipelineReader
{
    private const string Destination = "messaging.destination.name";

    /// <summary>Exports come every real second; a rate over fewer than two of them would jump.</summary>
    private const double WindowRealSeconds = 3;

    private const double ShortestWindow = 10;

    /// <summary>Reads the figures.</summary>
    public static PipelineFigures Read(RunReading reading, RunCurves curves, string queueName)
    {
        var window = Math.Max(ShortestWindow, WindowRealSeconds * reading.Start.Speed);
        double Rate(CounterCurve curve) => Math.Max(0, curve.Rate(window));
        CounterCurve OfQueue(string instrument) => reading.Counter(instrument, series => series.Tags.Find(Destination) == queueName);
        double Gauge(string instrument) => reading.Gauge([instrument]).Now;
        double GaugeOfQueue(string instrument) => reading.Gauge([instrument], series => series.Tags.Find(Destination) == queueName).Now;

        return new()
        {
            Accepted = Rate(curves.Accepted),
            Rejected = Rate(curves.Rejected),
            Direct = Rate(reading.Counter(Instruments.AsyncEventsReceived)),
            Queued = Rate(OfQueue(Instruments.SqsMessagesSent)),
            Taken = Rate(OfQueue(Instruments.SqsMessagesReceived)),
            PendingAtEventBridge = Gauge(Instruments.EventsPending),
            FailedAtEventBridge = Rate(reading.Counter(Instruments.EventsFailedInvocations)),
            PendingAtFunction = Gauge(Instruments.AsyncEventsPending),
            Visible = GaugeOfQueue(Instruments.SqsMessagesVisible) + GaugeOfQueue(Instruments.SqsMessagesDelayed),
            NotVisible = GaugeOfQueue(Instruments.SqsMessagesNotVisible),
            AgeOfOldest = curves.AgeOfOldestMessage.Now,
            Concurrent = curves.ConcurrentExecutions.Now,
            Succeeded = Rate(curves.SuccessfulInvocations),
            Errors = Rate(curves.InvocationErrors),
            Timeouts = Rate(curves.Timeouts),
            AccountThrottles = Rate(reading.Counter(Instruments.LambdaThrottles)),
            Attempts = Rate(curves.Attempts),
            Processed = Rate(curves.OtherCalls),
            Throttled = Rate(curves.Throttled),
            Faults = Rate(curves.Faults),
            Tokens = reading.Series.Any(series => series.Instrument == Instruments.SlowApiTokens && reading.IsAlive(series))
                ? Gauge(Instruments.SlowApiTokens)
                : null,
            Delivered = Rate(curves.Delivered),
            Dropped = Rate(curves.Dropped),
        };
    }
}
