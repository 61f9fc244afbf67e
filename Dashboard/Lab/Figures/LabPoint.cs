using Dashboard.Runs;

namespace Dashboard.Lab.Figures;

/// <summary>A run at one of its moments. What is a minute's is that of the sixty simulated seconds before it.</summary>
internal sealed record LabPoint
{
    private const double Minute = 60;

    /// <summary>Simulated seconds since the run began.</summary>
    public required double Seconds { get; init; }

    /// <summary>Share of the invocations that succeeded, percent; null when none ended.</summary>
    public double? SuccessRatePercent { get; init; }

    /// <summary>Invocations that failed in the minute.</summary>
    public double ErrorsPerMinute { get; init; }

    /// <summary>The most invocations under way since the point before.</summary>
    public double ConcurrentExecutions { get; init; }

    /// <summary>Events dropped in the minute.</summary>
    public double DroppedPerMinute { get; init; }

    /// <summary>Orders delivered in the minute.</summary>
    public double DeliveredPerMinute { get; init; }

    /// <summary>Orders under way now.</summary>
    public double InFlight { get; init; }

    /// <summary>Orders under way a minute ago; 0 before the run's second minute.</summary>
    public double InFlightMinuteAgo { get; init; }

    /// <summary>Messages in the queue.</summary>
    public double QueueDepth { get; init; }

    /// <summary>Age of the oldest of them, s.</summary>
    public double AgeOfOldestSeconds { get; init; }

    /// <summary>Reads a moment from a run's curves.</summary>
    /// <param name="curves">The curves.</param>
    /// <param name="seconds">The moment, simulated seconds since the run began.</param>
    /// <param name="step">From the moment before to this one.</param>
    public static LabPoint Read(RunCurves curves, double seconds, double step)
    {
        double InMinute(CounterCurve curve) => Math.Max(0, curve.At(seconds) - curve.At(Math.Max(0, seconds - Minute)));
        double InFlight(double at) => curves.PendingEvents.At(at) + curves.QueueDepth.At(at);

        var (succeeded, failed) = (InMinute(curves.SuccessfulInvocations), InMinute(curves.InvocationErrors));
        return new()
        {
            Seconds = seconds,
            SuccessRatePercent = succeeded + failed > 0 ? 100 * succeeded / (succeeded + failed) : null,
            ErrorsPerMinute = failed,
            ConcurrentExecutions = curves.ConcurrentExecutionsMaximum.MaximumIn(seconds - step, seconds),
            DroppedPerMinute = InMinute(curves.EventsDropped),
            DeliveredPerMinute = InMinute(curves.Delivered),
            InFlight = InFlight(seconds),
            InFlightMinuteAgo = seconds > Minute ? InFlight(seconds - Minute) : 0,
            QueueDepth = curves.QueueDepth.At(seconds),
            AgeOfOldestSeconds = curves.AgeOfOldestMessage.At(seconds),
        };
    }
}
