using Dashboard.Lab.Figures;

namespace Dashboard.Lab.Alarms;

/// <summary>The alarms that the talk advises, over one run.</summary>
internal sealed class AlarmBoard
{
    private const double ConcurrencyShare = 0.8;
    private const double LeastSuccessPercent = 95;

    /// <summary>Rounded away: a counter's curve between two exports.</summary>
    private const double Half = 0.5;

    /// <summary>Simulated seconds; a minute's figures are smooth already.</summary>
    private const double Moment = 20;

    private readonly Dictionary<AlarmKind, AlarmMachine> _machines = new()
    {
        [AlarmKind.Concurrency] = new(hold: 0, release: Moment),
        // Two stretches in a row: one alone may be chance.
        [AlarmKind.Duration] = new(hold: 1, release: 1),
        [AlarmKind.Success] = new(hold: Moment, release: Moment),
        [AlarmKind.NoDeliveries] = new(hold: 0, release: 0),
    };

    /// <summary>How each stands.</summary>
    public IReadOnlyList<AlarmState> States =>
        [.. _machines.Select(machine => new AlarmState(machine.Key, NameOf(machine.Key), MissingDataOf(machine.Key), machine.Value.IsOn, machine.Value.Episodes))];

    /// <summary>Takes a moment.</summary>
    /// <param name="point">The moment.</param>
    /// <param name="accountConcurrency">Invocations that the account runs at a time.</param>
    public void Observe(LabPoint point, int accountConcurrency)
    {
        _machines[AlarmKind.Concurrency].Observe(point.Seconds, point.ConcurrentExecutions > ConcurrencyShare * accountConcurrency);
        _machines[AlarmKind.Success].Observe(point.Seconds, point.SuccessRatePercent is { } success ? success < LeastSuccessPercent : null);
        _machines[AlarmKind.NoDeliveries].Observe(
            point.Seconds, point is { DeliveredPerMinute: < Half, InFlight: >= Half, InFlightMinuteAgo: >= Half });
    }

    /// <summary>Takes a stretch of the function's durations.</summary>
    public void Observe(QuantilePoint duration) =>
        _machines[AlarmKind.Duration].Observe(duration.Seconds, duration.Band?.IsOutside);

    private static string NameOf(AlarmKind kind) => kind switch
    {
        AlarmKind.Concurrency => "Concurrency above 80 % of the account's limit",
        AlarmKind.Duration => "Duration outside its band",
        AlarmKind.Success => "Success below 95 %",
        _ => "No order delivered for a minute",
    };

    private static string? MissingDataOf(AlarmKind kind) => kind switch
    {
        AlarmKind.Duration or AlarmKind.Success => "Without invocations there is no data: it ends (missing data is treated as missing)",
        _ => null,
    };
}
