using System.Text.Json;

namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>Where a value stands that the reading of an event found.</summary>
/// <param name="Field">The field's number.</param>
/// <param name="Kind">String, Number, True, False or Null.</param>
/// <param name="Start">Where its text starts: in the event or, if it stands escaped there, among the unescaped texts.</param>
/// <param name="Length">How long the text is, in bytes.</param>
/// <param name="Unescaped">Which of the two.</param>
/// <param name="Number">The number, if it is a comparable one.</param>
/// <param name="Scope">The array element that it stands in, or <see cref="ArrayScopes.None"/>.</param>
internal record struct FoundValue(int Field, JsonTokenType Kind, int Start, int Length, bool Unescaped, ComparableNumber? Number, int Scope)
{
    /// <summary>No value follows.</summary>
    public const int Last = -1;

    /// <summary>The next value of the same field.</summary>
    public int Next { get; set; } = Last;
}
