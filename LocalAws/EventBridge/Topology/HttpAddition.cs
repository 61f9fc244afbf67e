namespace LocalAws.EventBridge.Topology;

/// <summary>One parameter.</summary>
/// <param name="IsSecret">Its value is never told.</param>
internal sealed record HttpAddition(string Key, string Value, bool IsSecret);
