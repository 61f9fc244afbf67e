using System.Diagnostics;
using LocalAws.EventBridge.Patterns;
using LocalAws.EventBridge.Patterns.Matching;

namespace Benchmarks.Matcher;

/// <summary>What it takes to build an automaton.</summary>
/// <param name="Automaton">The automaton.</param>
/// <param name="Rules">How many rules it has.</param>
/// <param name="Parse">The time to parse the rules' patterns, once for each rule.</param>
/// <param name="Compile">The time to compile all of them into the automaton, on every change of a rule.</param>
/// <param name="Bytes">The memory that it holds.</param>
internal sealed record BuildMeasurement(RuleAutomaton Automaton, int Rules, TimeSpan Parse, TimeSpan Compile, long Bytes)
{
    private const int WarmUps = 3;

    public static BuildMeasurement Of(IReadOnlyList<string> patterns)
    {
        EventPattern[] parsed = [];
        var parse = Median(() => parsed = [.. patterns.Select(PatternParser.Parse)]);
        RuleAutomaton? automaton = null;
        var compile = Median(() => automaton = RuleAutomaton.Compile(parsed));
        automaton = null;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        automaton = RuleAutomaton.Compile(parsed);
        return new BuildMeasurement(automaton, patterns.Count, parse, compile, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    private static TimeSpan Median(Action action)
    {
        for (var warmUp = 0; warmUp < WarmUps; warmUp++)
        {
            action();
        }

        return TimeSpan.FromSeconds(Sample.Of(5, () =>
        {
            var start = Stopwatch.GetTimestamp();
            action();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }).Median);
    }
}
