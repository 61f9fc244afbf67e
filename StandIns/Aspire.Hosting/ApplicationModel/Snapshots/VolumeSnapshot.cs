namespace Aspire.Hosting.ApplicationModel;

/// <summary>A volume of a container.</summary>
/// <param name="Source">Where it is on the host.</param>
/// <param name="Target">Where it is in the container.</param>
/// <param name="MountType">How it is mounted.</param>
/// <param name="IsReadOnly">Whether it is read only.</param>
public sealed record VolumeSnapshot(string? Source, string Target, string MountType, bool IsReadOnly);
