namespace LocalAws.EventBridge.Patterns;

/// <summary>A parsed event pattern: what an event must look like, as plain data. Matching is <see cref="CompiledPattern"/>'s.</summary>
/// <param name="Root">What must hold of the event.</param>
internal sealed record EventPattern(AllOf Root);
