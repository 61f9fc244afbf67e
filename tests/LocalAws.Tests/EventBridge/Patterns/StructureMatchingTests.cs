using System.Text.Json;
using LocalAws.EventBridge.Patterns;
using static LocalAws.Tests.EventBridge.Patterns.PatternSteps;

namespace LocalAws.Tests.EventBridge.Patterns;

/// <summary>How fields, objects, arrays and alternatives combine.</summary>
public sealed class StructureMatchingTests
{
    [Theory]
    [InlineData("""{"a": {"b": [1]}}""", """{"a": {"b": 1, "c": 2}}""", true)]
    [InlineData("""{"a": {"b": [1]}}""", """{"a": {"c": 1}, "b": 1}""", false)]
    [InlineData("""{"a": {"b": [1]}, "c": [2]}""", """{"c": 2, "a": {"b": 1}}""", true)]
    [InlineData("""{"a": {"b": [1]}, "c": [2]}""", """{"a": {"b": 1}}""", false)]
    [InlineData("""{"a": {"b": [1]}}""", """{"a.b": 1}""", true)]
    [InlineData("""{"a.b": [1]}""", """{"a": {"b": 1}}""", true)]
    [InlineData("""{"caf\u00e9": [1]}""", """{"café": 1}""", true)]
    [InlineData("""{"a": [1]}""", """{"a": 2, "a": 1}""", true)]
    // The last occurrence of a path in a pattern is the one that counts.
    [InlineData("""{"a": [1], "a": [2]}""", """{"a": 1}""", false)]
    public void Fields_Event_MatchesIfAllDo(string pattern, string @event, bool expected) => Matches(pattern, @event).ShouldBe(expected);

    [Theory]
    [InlineData("""{"items": [{"id": 1, "ok": true}, {"id": 2, "ok": false}]}""", false)]
    [InlineData("""{"items": [{"id": 1, "ok": true}, {"id": 2, "ok": true}]}""", true)]
    [InlineData("""{"items": {"id": 2, "ok": true}}""", true)]
    [InlineData("""{"items": [[{"id": 2}, {"ok": true}]]}""", false)]
    [InlineData("""{"items": [[{"id": 2, "ok": true}]]}""", true)]
    public void Objects_InAnArray_MatchOnlyTogether(string @event, bool expected) =>
        Matches("""{"items": {"id": [2], "ok": [true]}}""", @event).ShouldBe(expected);

    [Fact]
    public void Objects_InDifferentArrays_AreIndependent() =>
        Matches("""{"a": {"x": [1]}, "b": {"y": [2]}}""", """{"a": [{"x": 0}, {"x": 1}], "b": [{"y": 2}, {"y": 3}]}""").ShouldBeTrue();

    [Theory]
    [InlineData("""{"a": [{"exists": true}]}""", """{"a": null}""", true)]
    [InlineData("""{"a": [{"exists": true}]}""", """{"a": []}""", false)]
    [InlineData("""{"a": [{"exists": true}]}""", """{"a": {}}""", false)]
    [InlineData("""{"a": [{"exists": true}]}""", """{"a": {"b": 1}}""", false)]
    [InlineData("""{"a": [{"exists": false}]}""", """{"b": 1}""", true)]
    [InlineData("""{"a": [{"exists": false}]}""", """{"a": 1}""", false)]
    [InlineData("""{"a": {"b": [{"exists": false}]}}""", """{"a": {"c": 1}}""", true)]
    [InlineData("""{"a": {"b": [{"exists": false}, 7]}}""", """{"a": {"b": 7}}""", true)]
    [InlineData("""{"a": {"b": [{"exists": false}, 7]}}""", """{"a": {"b": 8}}""", false)]
    // Absence is judged in the element that the fields before it chose.
    [InlineData("""{"a": {"k": [1], "z": [{"exists": false}]}}""", """{"a": [{"k": 1}, {"k": 2, "z": 0}]}""", true)]
    [InlineData("""{"a": {"k": [1], "z": [{"exists": false}]}}""", """{"a": [{"k": 1, "z": 0}, {"k": 2}]}""", false)]
    public void Exists_Event_MatchesPresenceOfAValue(string pattern, string @event, bool expected) => Matches(pattern, @event).ShouldBe(expected);

    [Theory]
    [InlineData("""{"s": "x", "a": 1}""", true)]
    [InlineData("""{"s": "x", "b": {"c": 2}}""", true)]
    [InlineData("""{"s": "y", "a": 1}""", false)]
    [InlineData("""{"s": "x", "a": 2}""", false)]
    public void Or_Event_MatchesIfOneAlternativeDoes(string @event, bool expected) =>
        Matches("""{"s": ["x"], "$or": [{"a": [1]}, {"b": {"c": [2]}}]}""", @event).ShouldBe(expected);

    [Theory]
    [InlineData("""{"d": {"a": 1, "c": 3}}""", true)]
    [InlineData("""{"d": {"b": 2, "e": 4}}""", true)]
    [InlineData("""{"d": {"a": 1}}""", false)]
    public void Or_NestedAndTwice_MultipliesOut(string @event, bool expected) =>
        Matches("""{"d": {"$or": [{"a": [1]}, {"b": [2], "$or": [{"e": [4]}, {"f": [5]}]}]}, "$or": [{"d": {"c": [3]}}, {"d": {"e": [4]}}]}""", @event).ShouldBe(expected);

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    public void Event_NotAnObject_IsRefused(string @event) => Should.Throw<InvalidEventException>(() => Matches("""{"a": [1]}""", @event));

    [Theory]
    [InlineData("""{"a": 1""")]
    [InlineData("""{"a": 1} x""")]
    [InlineData("""{"a": 01}""")]
    public void Event_NotJson_IsRefused(string @event) => Should.Throw<JsonException>(() => Matches("""{"a": [1]}""", @event));

    [Fact]
    public void Event_IndependentArrays_CostTheirSumAndNotTheirProduct()
    {
        // A thousand elements fit in each of four arrays, and the last field fits nowhere: 10^12 combinations, if one tried them.
        var elements = string.Join(',', Enumerable.Repeat("""{"x": 1}""", 1000));
        var arrays = string.Join(',', "abcd".Select(name => $"\"{name}\": [{elements}]"));

        Matches(
            """{"a": {"x": [1]}, "b": {"x": [1]}, "c": {"x": [1]}, "d": {"x": [1], "y": [{"exists": false}], "z": [2, {"exists": false}]}, "e": [{"exists": false}]}""",
            $$"""{{{arrays}}, "e": 1}""").ShouldBeFalse();
    }
}
