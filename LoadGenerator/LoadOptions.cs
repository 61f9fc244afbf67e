using System.ComponentModel.DataAnnotations;

namespace LoadGenerator;

/// <summary>The section <c>Load</c>: where the load of the service goes, and how it ends.</summary>
public sealed record LoadOptions
{
    /// <summary>Where the requests go instead of the script's own target. Default: Notification.Api, by service discovery.</summary>
    [RegularExpression("https?://[^/].*", ErrorMessage = "an http or https address, as in http://notification-api")]
    public string Target { get; init; } = "http://notification-api";

    /// <summary>How long a stopped run may wait for what is under way before it is cut off, simulated s. Default 30.</summary>
    [Range(0.0, 3600.0)]
    public double StopSeconds { get; init; } = 30;
}
