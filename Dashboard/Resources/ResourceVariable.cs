namespace Dashboard.Resources;

/// <summary>An environment variable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null when it is not known.</param>
/// <param name="IsFromSpec">Whether the application's model set it; else the host did.</param>
/// <param name="IsSensitive">Whether the value is to be masked until asked for.</param>
public sealed record ResourceVariable(string Name, string? Value, bool IsFromSpec, bool IsSensitive)
{
    /// <summary>Without a secret, whatever logs it.</summary>
    public override string ToString() => $"{Name}={(IsSensitive ? "***" : Value)}";
}
