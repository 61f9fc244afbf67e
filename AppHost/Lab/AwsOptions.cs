using System.ComponentModel.DataAnnotations;

namespace AppHost.Lab;

/// <summary>The section <c>Aws</c>: which AWS the services talk to.</summary>
public sealed record AwsOptions
{
    /// <summary>Which one. Default Embedded.</summary>
    public AwsProvider Provider { get; init; } = AwsProvider.Embedded;

    /// <summary>The Region; required with <see cref="AwsProvider.Aws"/>, eu-west-1 otherwise.</summary>
    public string? Region { get; init; }

    /// <summary>The credential profile, for <see cref="AwsProvider.Aws"/>; null: the SDK's default chain.</summary>
    public string? Profile { get; init; }

    /// <summary>Where LocalStack answers. Default http://127.0.0.1:4566.</summary>
    [RegularExpression("https?://[^/]+/?", ErrorMessage = "a URL such as http://127.0.0.1:4566")]
    public string LocalStackEndpoint { get; init; } = "http://127.0.0.1:4566";

    /// <summary>The host name by which LocalStack reaches Delivery.Worker. Default host.docker.internal.</summary>
    public string LocalStackCallbackHost { get; init; } = "host.docker.internal";

    /// <summary>
    /// With <see cref="AwsProvider.Aws"/>: the public HTTPS URL of Delivery.Worker's <c>/events</c>, for the direct path.
    /// </summary>
    public string? EventsEndpoint { get; init; }
}
