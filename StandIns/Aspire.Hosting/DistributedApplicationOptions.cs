namespace Aspire.Hosting;

/// <summary>How an application is built.</summary>
public sealed class DistributedApplicationOptions
{
    /// <summary>The command line.</summary>
#pragma warning disable CA1819 // An array in the original.
    public string[]? Args { get; set; }
#pragma warning restore CA1819

    /// <summary>The app host's assembly. Default: the entry assembly.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>Whether no dashboard is started. The embedded engine starts none; with true, waiting gives up on what has failed.</summary>
    public bool DisableDashboard { get; set; }

    /// <summary>Whether what resources write also goes to the application's own log.</summary>
    public bool EnableResourceLogging { get; set; }

    /// <summary>Whether addresses without TLS are accepted; the embedded engine accepts them.</summary>
    public bool AllowUnsecuredTransport { get; set; }

    /// <summary>The app host's directory. Default: that of its project.</summary>
    public string? ProjectDirectory { get; set; }
}
