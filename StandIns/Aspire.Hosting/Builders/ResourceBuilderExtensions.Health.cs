using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Embedded;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Lets a health check, registered under this key in the application's services, tell whether the resource is healthy.</summary>
    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Resource.Annotations.OfType<HealthCheckAnnotation>().Any(check => check.Key == key))
        {
            throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' has the health check '{key}' already.");
        }

        return builder.WithAnnotation(new HealthCheckAnnotation(key));
    }

    /// <summary>Lets the answer to a GET tell whether the resource is healthy.</summary>
    /// <param name="path">The path. Default: /.</param>
    /// <param name="statusCode">The status that means healthy. Default: 200.</param>
    /// <param name="endpointName">The endpoint. Default: the first of http or https.</param>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithHttpHealthCheck(endpointName is null ? null : () => builder.GetEndpoint(endpointName), path, statusCode);
    }

    /// <summary>Lets the answer to a GET tell whether the resource is healthy.</summary>
    /// <param name="endpointSelector">Picks the endpoint. Default: the first of http or https.</param>
    /// <param name="path">The path. Default: /.</param>
    /// <param name="statusCode">The status that means healthy. Default: 200.</param>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, Func<EndpointReference>? endpointSelector, string? path = null, int? statusCode = null)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        var endpoint = endpointSelector?.Invoke() ?? HttpEndpoints.First(builder.Resource);
        if (endpoint.Exists && endpoint.Scheme is not ("http" or "https"))
        {
            throw new DistributedApplicationException(
                $"Endpoint '{endpoint.EndpointName}' of '{builder.Resource.Name}' speaks {endpoint.Scheme}; a health check by GET needs http or https.");
        }

        var probe = new HttpProbe(builder.Resource.Name, endpoint, path ?? "/", statusCode ?? 200);
        return builder.WithAnnotation(probe).WithHealthCheck(probe.Key);
    }
}
