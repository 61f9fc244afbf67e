using System.Globalization;

namespace Scenarios.Reports;

/// <summary>What a run was, in words: the way that its events took, and what was changed while it was on.</summary>
public static class RunWords
{
    private const int SecondsPerMinute = 60;

    /// <summary>Turns that are told one by one; of more, the first and the last.</summary>
    private const int MostFlips = 3;

    /// <summary><c>on</c> or <c>off</c>; of a run in which it was turned, when: <c>off → on at 0:32</c>, simulated minutes and seconds.</summary>
    public static string FlowControl(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var flips = report.Flips;
        return flips.Count <= MostFlips
            ? string.Join(" → ", flips.Select(Turn).Prepend(State(report.FlowControl)))
            : $"{State(report.FlowControl)} → {Turn(flips[0])} → … → {Turn(flips[^1])}, {flips.Count.ToString(CultureInfo.InvariantCulture)} turns";
    }

    /// <summary>The same behind a noun: <c>with flow control</c>, <c>without flow control</c>, <c>with flow control off → on at 0:32</c>.</summary>
    public static string Way(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return (report.Flips.Count, report.FlowControl) switch
        {
            (0, true) => "with flow control",
            (0, false) => "without flow control",
            _ => $"with flow control {FlowControl(report)}",
        };
    }

    /// <summary>A change: <c>SlowApi:FaultRate 0.2 → 0.5 at 0:32</c>.</summary>
    public static string Change(SettingChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return $"{change.Name} {change.From} → {change.To} at {Clock(change.AtSeconds)}";
    }

    /// <summary>Simulated seconds since a run began as minutes and seconds: <c>75:02</c>.</summary>
    public static string Clock(double seconds)
    {
        var whole = (int)Math.Max(0, seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / SecondsPerMinute}:{whole % SecondsPerMinute:00}");
    }

    private static string Turn(FlowControlFlip flip) => $"{State(flip.Enabled)} at {Clock(flip.AtSeconds)}";

    private static string State(bool isOn) => isOn ? "on" : "off";
}
