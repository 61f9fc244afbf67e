namespace Aspire.Hosting;

/// <summary>One way to launch a project.</summary>
public sealed class LaunchProfile
{
    /// <summary>What is launched; <c>Project</c> is the project itself.</summary>
    public string? CommandName { get; set; }

    /// <summary>Arguments in one string.</summary>
    public string? CommandLineArgs { get; set; }

    /// <summary>Whether <c>dotnet run</c> says what it does.</summary>
    public bool? DotnetRunMessages { get; set; }

    /// <summary>Whether a browser is opened.</summary>
    public bool? LaunchBrowser { get; set; }

    /// <summary>The path that the browser is sent to.</summary>
    public string? LaunchUrl { get; set; }

    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public string? ApplicationUrl { get; set; }

    /// <summary>Environment variables.</summary>
#pragma warning disable CA2227 // Settable in the original, and by the reader of the file.
    public Dictionary<string, string> EnvironmentVariables { get; set; } = [];
#pragma warning restore CA2227
}
