using System.Text;
using CsCheck;
using LocalAws.EventBridge.Patterns;
using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.Tests.EventBridge.Patterns;

/// <summary>Many rules in one automaton.</summary>
public sealed class PatternAutomatonTests
{
    [Fact]
    public void Match_ManyRules_AgreesWithTheNaiveReadingOfEach() =>
        Gen.Select(PatternGenerators.Pattern(2).Array[1, 12], PatternGenerators.Event(3).Array[1, 3]).Sample(AgreesWithTheNaiveReading, iter: 2_000);

    [Fact]
    public void Match_ManyTextsOfOneField_AgreesWithTheNaiveReadingOfEach() =>
        Gen.Select(PatternGenerators.TextRule.Array[1, 60], PatternGenerators.TextEvent.Array[1, 5]).Sample(AgreesWithTheNaiveReading, iter: 500);

    [Fact]
    public void Match_ManyRanges_AgreesWithComparing() => Gen.Select(
        Gen.Select(Gen.Int[-50, 50], Gen.Int[1, 60], Gen.Bool, Gen.Bool).Array[1, 40], Gen.Int[-60, 120]).Sample(static (ranges, value) =>
    {
        var automaton = Compile(ranges.Select(static range =>
            $$"""{"n": [{"numeric": ["{{(range.Item3 ? ">=" : ">")}}", {{range.Item1}}, "{{(range.Item4 ? "<=" : "<")}}", {{range.Item1 + range.Item2}}]}]}"""));

        var expected = ranges.Index().Where(range =>
            (range.Item.Item3 ? value >= range.Item.Item1 : value > range.Item.Item1)
            && (range.Item.Item4 ? value <= range.Item.Item1 + range.Item.Item2 : value < range.Item.Item1 + range.Item.Item2));
        return Match(automaton, $$"""{"n": {{value}}}""").SequenceEqual(expected.Select(static range => range.Index));
    });

    [Fact]
    public void Match_RulesThatComeAndGo_EachStateMatchesByItself() => Gen.Select(
        PatternGenerators.Pattern(1).Array[6], Gen.Int[0, 5].Array[1, 12], PatternGenerators.Event(2)).Sample(
        static (patterns, changes, @event) =>
        {
            // Parsed once, as rules are, and compiled into automaton after automaton.
            var parsed = patterns.Select(PatternParser.Parse).ToArray();
            var expected = patterns.Select(pattern => NaivePattern.Matches(pattern, @event)).ToArray();
            SortedSet<int> present = [];
            return changes.All(change =>
            {
                _ = present.Add(change) || present.Remove(change);
                var rules = present.ToArray();
                var automaton = RuleAutomaton.Compile([.. rules.Select(rule => parsed[rule])]);
                return Match(automaton, @event).Select(number => rules[number]).SequenceEqual(rules.Where(rule => expected[rule]));
            });
        }, iter: 1_000);

    [Fact]
    public void Match_EventThatMatchesNothing_AllocatesNothing()
    {
        var automaton = Compile(
        [
            """{"s": ["no"], "t": [{"prefix": "no"}]}""",
            """{"s": [{"prefix": "no"}, {"suffix": "no"}, {"wildcard": "*no*"}, {"equals-ignore-case": "NO"}, {"cidr": "10.0.0.0/8"}, {"cidr": "2001:db8::/32"}]}""",
            """{"t": [{"anything-but": ["10.1.2.3", "2001:db8::1"]}], "n": [{"numeric": ["<", 0]}]}""",
            """{"n": [7, {"numeric": [">", 10, "<", 20]}], "$or": [{"s": [true]}, {"t": [null]}]}""",
            """{"a": {"x": [1], "y": [2], "z": [{"exists": false}]}}""",
            """{"missing": [{"exists": true}]}""",
            """{"n": [{"exists": false}]}""",
        ]);
        var @event = Encoding.UTF8.GetBytes(
            """{"s": ["caf\u00e9", "192.168.0.1", "::1"], "t": "10.1.2.3", "n": 5.5, "a": [{"x": 1, "y": 1}, {"x": 2, "y": 2}], "esc\u0061ped": {"deep": [1, [2]]}}""");
        automaton.Match(@event).ShouldBeEmpty();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var repetition = 0; repetition < 1_000; repetition++)
        {
            automaton.Match(@event);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Match_RuleThatMatchesInSeveralWays_IsNamedOnce() =>
        Match(Compile(["""{"f": [1, 2]}""", """{"$or": [{"f": [1]}, {"f": [2]}, {"g": [3]}]}"""]), """{"f": [1, 2], "g": 3}""").ShouldBe([0, 1]);

    [Fact]
    public void Match_NoRules_MatchesNothing() => Match(Compile([]), """{"f": 1}""").ShouldBeEmpty();

    [Fact]
    public void Match_AfterAnEventThatIsNoJson_IsAsBefore()
    {
        var automaton = Compile(["""{"f": [1]}""", """{"g": [{"exists": false}]}"""]);
        Should.Throw<System.Text.Json.JsonException>(() => Match(automaton, """{"g": 1, "f": [1, """));

        Match(automaton, """{"f": 1}""").ShouldBe([0, 1]);
    }

    private static bool AgreesWithTheNaiveReading(string[] patterns, string[] events)
    {
        var automaton = Compile(patterns);
        return events.All(@event => Match(automaton, @event)
            .SequenceEqual(patterns.Index().Where(pattern => NaivePattern.Matches(pattern.Item, @event)).Select(static pattern => pattern.Index)));
    }

    private static RuleAutomaton Compile(IEnumerable<string> patterns) => RuleAutomaton.Compile([.. patterns.Select(PatternParser.Parse)]);

    private static int[] Match(RuleAutomaton automaton, string @event) => automaton.Match(Encoding.UTF8.GetBytes(@event));
}
