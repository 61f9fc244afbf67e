namespace LocalAws.EventBridge.Patterns;

/// <summary>A condition on an event.</summary>
internal abstract record PatternNode;
