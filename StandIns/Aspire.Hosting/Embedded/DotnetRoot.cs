using System.Runtime.InteropServices;

namespace Aspire.Hosting.Embedded;

/// <summary>The .NET installation that this process runs on, which its children run on as well.</summary>
internal static class DotnetRoot
{
    /// <summary>Its directory.</summary>
    internal static string Directory { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The <c>dotnet</c> command.</summary>
    internal static string Command { get; } = Path.Combine(Directory, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
