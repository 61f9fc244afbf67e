using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Embedded;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Testing;

/// <summary>How a test reaches the resources of an application.</summary>
public static class DistributedApplicationHostingTestingExtensions
{
    /// <summary>A client whose base address is an endpoint.</summary>
    /// <param name="resourceName">The resource.</param>
    /// <param name="endpointName">The endpoint. Default: the first of https or http.</param>
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        var address = app.GetEndpoint(resourceName, endpointName);
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.BaseAddress = address;
        return client;
    }

    /// <summary>Where an endpoint listens.</summary>
    /// <param name="resourceName">The resource.</param>
    /// <param name="endpointName">The endpoint. Default: the first of https or http.</param>
    /// <exception cref="ArgumentException">There is no such endpoint.</exception>
    /// <exception cref="InvalidOperationException">The application is not started.</exception>
    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        if (Find(app, resourceName) is not IResourceWithEndpoints resource)
        {
            throw new ArgumentException($"Resource '{resourceName}' has no endpoints.", nameof(resourceName));
        }

        var endpoint = endpointName is null ? HttpEndpoints.First(resource) : resource.GetEndpoint(endpointName);
        return endpoint.Exists
            ? new Uri(endpoint.Url)
            : throw new ArgumentException($"Resource '{resourceName}' has no endpoint '{endpoint.EndpointName}'.", nameof(endpointName));
    }

    /// <summary>The connection string of a resource.</summary>
    /// <exception cref="ArgumentException">There is no such resource.</exception>
    /// <exception cref="InvalidOperationException">The application is not started.</exception>
    public static ValueTask<string?> GetConnectionStringAsync(
        this DistributedApplication app, string resourceName, CancellationToken cancellationToken = default) =>
        Find(app, resourceName) is IResourceWithConnectionString resource
            ? resource.GetConnectionStringAsync(cancellationToken)
            : throw new ArgumentException($"Resource '{resourceName}' has no connection string.", nameof(resourceName));

    private static IResource Find(DistributedApplication app, string resourceName)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentException.ThrowIfNullOrEmpty(resourceName);
        if (!app.IsStarted)
        {
            throw new InvalidOperationException("The application must be started first.");
        }

        return app.Services.GetRequiredService<DistributedApplicationModel>().Resources
            .FirstOrDefault(resource => string.Equals(resource.Name, resourceName, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no resource '{resourceName}'.", nameof(resourceName));
    }
}
