namespace Aspire.Hosting.ApplicationModel;

/// <summary>A URL to show for a resource.</summary>
public sealed class ResourceUrlAnnotation : IResourceAnnotation
{
    /// <summary>The place among others: higher first.</summary>
#pragma warning disable CA1051 // A field in the original as well.
    public int? DisplayOrder;
#pragma warning restore CA1051

    /// <summary>The URL. One without a host is completed with the endpoint's.</summary>
    public required string Url { get; set; }

    /// <summary>What to show instead of the URL.</summary>
    public string? DisplayText { get; set; }

    /// <summary>The endpoint that the URL belongs to.</summary>
    public EndpointReference? Endpoint { get; init; }

    /// <summary>Where it is shown.</summary>
    public UrlDisplayLocation DisplayLocation { get; set; }
}
