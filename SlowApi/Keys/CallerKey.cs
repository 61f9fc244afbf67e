namespace SlowApi.Keys;

/// <summary>The feature of a request whose key is one of ours.</summary>
/// <param name="Index">The key's position in the list.</param>
internal sealed record CallerKey(int Index);
