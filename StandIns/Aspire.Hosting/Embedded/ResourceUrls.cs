using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Embedded;

/// <summary>Works out the URLs to show for a resource.</summary>
internal static class ResourceUrls
{
    /// <summary>One a endpoint, changed by the callbacks.</summary>
    internal static async Task<ImmutableArray<UrlSnapshot>> DescribeAsync(
        IResource resource, DistributedApplicationExecutionContext execution, ILogger logger, CancellationToken cancellationToken)
    {
        List<ResourceUrlAnnotation> urls = [.. resource.Annotations.OfType<ResourceUrlAnnotation>()];
        if (resource is IResourceWithEndpoints owner)
        {
            urls.InsertRange(0, owner.GetEndpoints().Select(static endpoint => new ResourceUrlAnnotation { Url = endpoint.Url, Endpoint = endpoint }));
        }

        var context = new ResourceUrlsCallbackContext(execution, resource, urls, cancellationToken) { Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>().ToList())
        {
            await annotation.Callback(context);
        }

        return [.. urls.Select(static url => new UrlSnapshot(
            url.Endpoint?.EndpointName, Complete(url), IsInternal: url.DisplayLocation == UrlDisplayLocation.DetailsOnly)
        {
            DisplayProperties = new UrlDisplayPropertiesSnapshot(url.DisplayText ?? "", url.DisplayOrder ?? 0),
            IsInactive = true,
        })];
    }

    private static string Complete(ResourceUrlAnnotation url) =>
        url.Endpoint is { } endpoint && !Uri.TryCreate(url.Url, UriKind.Absolute, out _) || url is { Url: ['/', ..], Endpoint: not null }
            ? new Uri(new Uri(url.Endpoint!.Url), url.Url).ToString()
            : url.Url;
}
