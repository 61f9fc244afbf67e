using CsCheck;

namespace LocalAws.Tests.EventBridge.Patterns;

/// <summary>The matcher against <see cref="NaivePattern"/>, on small events and patterns that often meet.</summary>
public sealed class PatternPropertyTests
{
    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "c");

    private static readonly Gen<string> Scalar = Gen.OneOf(
        "\"x\"", "\"X\"", "\"xy\"", "\"yx\"", "\"\"", "\"ä\"", "\"x\\u0079\"", "0", "1", "1.0", "-2.5", "2e1", "true", "false", "null");

    private static readonly Gen<string> Test = Gen.OneOf(
        "\"x\"", "\"xy\"", "\"\"", "1", "-2.5", "20", "true", "null",
        "{\"prefix\": \"x\"}", "{\"suffix\": \"x\"}", "{\"prefix\": {\"equals-ignore-case\": \"X\"}}", "{\"suffix\": {\"equals-ignore-case\": \"Y\"}}",
        "{\"equals-ignore-case\": \"x\"}", "{\"equals-ignore-case\": \"Ä\"}", "{\"wildcard\": \"*y*\"}", "{\"wildcard\": \"x*\"}",
        "{\"numeric\": [\">\", 0]}", "{\"numeric\": [\">=\", -3, \"<\", 1]}", "{\"numeric\": [\"=\", 1]}",
        "{\"exists\": true}", "{\"exists\": false}",
        "{\"anything-but\": \"x\"}", "{\"anything-but\": [1, 0]}", "{\"anything-but\": {\"prefix\": [\"x\", \"y\"]}}",
        "{\"anything-but\": {\"suffix\": \"y\"}}", "{\"anything-but\": {\"equals-ignore-case\": [\"X\", \"XY\"]}}", "{\"anything-but\": {\"wildcard\": \"*x\"}}");

    private static readonly Gen<string> Tests = Test.Array[1, 3].Select(static tests => $"[{string.Join(", ", tests)}]");

    [Fact]
    public void Matcher_AnyPatternAndEvent_AgreesWithTheNaiveReading() => Gen.Select(Pattern(2), Event(3)).Sample(
        static (pattern, @event) => PatternSteps.Matches(pattern, @event) == NaivePattern.Matches(pattern, @event), iter: 20_000);

    private static Gen<string> Event(int depth) =>
        Gen.Select(Name, Value(depth)).Array[0, 3].Select(static members => Object(members));

    private static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (2, Value(depth - 1).Array[0, 3].Select(static items => $"[{string.Join(", ", items)}]")),
            (2, Gen.Select(Name, Value(depth - 1)).Array[0, 3].Select(static members => Object(members))));

    private static Gen<string> Pattern(int depth) => depth == 0
        ? Fields(Tests)
        : Gen.Frequency(
            (3, Fields(Gen.Frequency((3, Tests), (2, Pattern(depth - 1))))),
            (1, Gen.Select(Fields(Tests), Pattern(depth - 1), Pattern(depth - 1)).Select(
                static (fields, one, other) => $"{fields[..^1]}, \"$or\": [{one}, {other}]}}")));

    private static Gen<string> Fields(Gen<string> value) => Gen.Select(Name, value).Array[1, 3].Select(static members => Object(members));

    /// <summary>Names are unique, because JSON nodes do not read what occurs twice.</summary>
    private static string Object((string Name, string Value)[] members) =>
        $"{{{string.Join(", ", members.DistinctBy(static member => member.Name).Select(static member => $"\"{member.Name}\": {member.Value}"))}}}";
}
