namespace Aspire.Hosting.ApplicationModel;

/// <summary>A state and how to show it.</summary>
/// <param name="Text">One of <see cref="KnownResourceStates"/>, or any text.</param>
/// <param name="Style">One of <see cref="KnownResourceStateStyles"/>, or null.</param>
public sealed record ResourceStateSnapshot(string Text, string? Style)
{
    /// <summary>A state without a style.</summary>
#pragma warning disable CA2225 // The original has no named alternate.
    public static implicit operator ResourceStateSnapshot?(string? s) => s is null ? null : new(s, null);
#pragma warning restore CA2225
}
