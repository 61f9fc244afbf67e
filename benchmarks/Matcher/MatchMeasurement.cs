using System.Diagnostics;
using LocalAws.EventBridge.Patterns.Matching;

namespace Benchmarks.Matcher;

/// <summary>What it takes to match events, one thread.</summary>
/// <param name="Events">How many different events there are.</param>
/// <param name="MatchesAnEvent">How many rules an event matches.</param>
/// <param name="PerCpuSecond">Events a second of the thread's CPU time.</param>
/// <param name="PerSecond">Events a second of wall time.</param>
/// <param name="BytesAnEvent">Allocated, for the numbers of the rules that match.</param>
internal sealed record MatchMeasurement(int Events, double MatchesAnEvent, Sample PerCpuSecond, Sample PerSecond, double BytesAnEvent)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Repetition = TimeSpan.FromSeconds(1);

    public static MatchMeasurement Of(RuleAutomaton automaton, byte[][] events, int repetitions)
    {
        var matches = MatchAll(automaton, events);
        MatchFor(WarmUp, automaton, events);
        var wall = new List<double>();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        MatchAll(automaton, events);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        var cpu = Sample.Of(repetitions, () =>
        {
            var cpuBefore = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            var matched = MatchFor(Repetition, automaton, events);
            wall.Add(matched / Stopwatch.GetElapsedTime(start).TotalSeconds);
            return matched / (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds;
        });
        var next = 0;
        return new MatchMeasurement(
            events.Length, (double)matches / events.Length, cpu, Sample.Of(repetitions, () => wall[next++]), (double)bytes / events.Length);
    }

    /// <summary>Matches all events again and again until the time is up.</summary>
    private static long MatchFor(TimeSpan time, RuleAutomaton automaton, byte[][] events)
    {
        var matched = 0L;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time; matched += events.Length)
        {
            MatchAll(automaton, events);
        }

        return matched;
    }

    private static long MatchAll(RuleAutomaton automaton, byte[][] events)
    {
        var matches = 0L;
        foreach (var @event in events)
        {
            matches += automaton.Match(@event).Length;
        }

        return matches;
    }
}
