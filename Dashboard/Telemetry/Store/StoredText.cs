namespace Dashboard.Telemetry.Store;

/// <summary>UTF-8 in a <see cref="TextArena"/>; the default is no text, which is another thing than an empty one.</summary>
internal readonly unsafe struct StoredText(byte* address, int length)
{
    /// <summary>Where it is.</summary>
    public byte* Address { get; } = address;

    /// <summary>Its bytes.</summary>
    public int Length { get; } = length;

    /// <summary>Whether there is none.</summary>
    public bool IsNull => Address is null;
}
