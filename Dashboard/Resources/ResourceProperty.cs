namespace Dashboard.Resources;

/// <summary>Something known of a resource.</summary>
/// <param name="Name">Its key (<see cref="ResourcePropertyNames"/>).</param>
/// <param name="DisplayName">What to call it; null: the key.</param>
/// <param name="Value">As text; a list is joined by spaces.</param>
/// <param name="IsSensitive">Whether the value is to be masked until asked for.</param>
public sealed record ResourceProperty(string Name, string? DisplayName, string Value, bool IsSensitive)
{
    /// <summary>Without a secret, whatever logs it.</summary>
    public override string ToString() => $"{Name}={(IsSensitive ? "***" : Value)}";
}
