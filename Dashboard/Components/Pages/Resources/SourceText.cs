using Dashboard.Resources;

namespace Dashboard.Components.Pages.Resources;

/// <summary>Where a resource comes from, short enough for a table.</summary>
internal static class SourceText
{
    /// <summary>The project's file, the program, or whatever its source is; empty when it has none.</summary>
    public static string Short(ResourceSnapshot resource) =>
        FileName(resource.Property(ResourcePropertyNames.ProjectPath))
        ?? FileName(resource.Property(ResourcePropertyNames.ExecutablePath))
        ?? resource.Property(ResourcePropertyNames.Source)
        ?? "";

    /// <summary>All of it.</summary>
    public static string Full(ResourceSnapshot resource) =>
        resource.Property(ResourcePropertyNames.ProjectPath)
        ?? resource.Property(ResourcePropertyNames.ExecutablePath)
        ?? resource.Property(ResourcePropertyNames.Source)
        ?? "";

    // Paths of the other kind of system too: the host may be another machine.
    private static string? FileName(string? path) => path?[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
