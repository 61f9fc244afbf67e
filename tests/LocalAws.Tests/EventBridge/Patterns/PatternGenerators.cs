using CsCheck;

namespace LocalAws.Tests.EventBridge.Patterns;

/// <summary>Small events and patterns that often meet.</summary>
internal static class PatternGenerators
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

    public static Gen<string> Event(int depth) =>
        Gen.Select(Name, Value(depth)).Array[0, 3].Select(static members => Object(members));

    private static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (2, Value(depth - 1).Array[0, 3].Select(static items => $"[{string.Join(", ", items)}]")),
            (2, Gen.Select(Name, Value(depth - 1)).Array[0, 3].Select(static members => Object(members))));

    public static Gen<string> Pattern(int depth) => depth == 0
        ? Fields(Tests)
        : Gen.Frequency(
            (3, Fields(Gen.Frequency((3, Tests), (2, Pattern(depth - 1))))),
            (1, Gen.Select(Fields(Tests), Pattern(depth - 1), Pattern(depth - 1)).Select(
                static (fields, one, other) => $"{fields[..^1]}, \"$or\": [{one}, {other}]}}")));

    /// <summary>A rule on one field with a text of few letters, so that many rules share the starts and ends of theirs.</summary>
    public static Gen<string> TextRule { get; } = Gen.Select(Gen.Int[0, 8], Gen.String[Gen.Char["abB/"], 1, 4], Gen.String[Gen.Char["ab/"], 0, 3]).Select(static (kind, text, more) => kind switch
    {
        0 => $"{{\"f\": [\"{text}\"]}}",
        1 => $"{{\"f\": [{{\"prefix\": \"{text}\"}}]}}",
        2 => $"{{\"f\": [{{\"suffix\": \"{text}\"}}]}}",
        3 => $"{{\"f\": [{{\"wildcard\": \"*{text}*{more}\"}}]}}",
        4 => $"{{\"f\": [{{\"wildcard\": \"{more}*{text}\"}}]}}",
        5 => $"{{\"f\": [{{\"equals-ignore-case\": \"{text}\"}}]}}",
        6 => $"{{\"f\": [{{\"prefix\": {{\"equals-ignore-case\": \"{text}\"}}}}]}}",
        7 => $"{{\"f\": [{{\"suffix\": {{\"equals-ignore-case\": \"{text}\"}}}}]}}",
        _ => $"{{\"f\": [{{\"anything-but\": {{\"prefix\": \"{text}\"}}}}]}}",
    });

    /// <summary>An event with texts of the same letters.</summary>
    public static Gen<string> TextEvent { get; } =
        Gen.String[Gen.Char["abAB/"], 0, 8].Array[1, 3].Select(static texts => $"{{\"f\": [{string.Join(", ", texts.Select(static text => $"\"{text}\""))}]}}");

    private static Gen<string> Fields(Gen<string> value) => Gen.Select(Name, value).Array[1, 3].Select(static members => Object(members));

    /// <summary>Names are unique, because JSON nodes do not read what occurs twice.</summary>
    private static string Object((string Name, string Value)[] members) =>
        $"{{{string.Join(", ", members.DistinctBy(static member => member.Name).Select(static member => $"\"{member.Name}\": {member.Value}"))}}}";
}
