using System.Text.Json;
using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary><c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class LiteralMatcher(JsonTokenType expected) : ValueMatcher
{
    public override bool Matches(in EventValue value) => value.Kind == expected;
}
