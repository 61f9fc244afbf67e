namespace Aspire.Hosting;

/// <summary>A project's <c>Properties/launchSettings.json</c>.</summary>
public sealed class LaunchSettings
{
    /// <summary>The profiles by name, in the file's order.</summary>
#pragma warning disable CA2227 // Settable in the original, and by the reader of the file.
    public Dictionary<string, LaunchProfile> Profiles { get; set; } = [];
#pragma warning restore CA2227
}
