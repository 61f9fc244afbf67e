using System.Text.Json;

namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>A value of an event, as tests see it.</summary>
/// <param name="kind">String, Number, True, False or Null.</param>
/// <param name="text">UTF-8, without quotes and escapes.</param>
/// <param name="number">The number, if it is a comparable one.</param>
internal readonly ref struct EventValue(JsonTokenType kind, ReadOnlySpan<byte> text, ComparableNumber? number)
{
    public JsonTokenType Kind { get; } = kind;

    public ReadOnlySpan<byte> Text { get; } = text;

    public ComparableNumber? Number { get; } = number;

    public bool IsString => Kind == JsonTokenType.String;
}
