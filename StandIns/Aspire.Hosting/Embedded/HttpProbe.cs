using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Embedded;

/// <summary>A resource is healthy if a GET is answered as expected.</summary>
internal sealed class HttpProbe(string resourceName, EndpointReference endpoint, string path, int statusCode) : IResourceAnnotation
{
    /// <summary>The name of the check.</summary>
    internal string Key { get; } = string.Create(CultureInfo.InvariantCulture, $"{resourceName}_{endpoint.EndpointName}_{path}_{statusCode}_check");

    /// <summary>Asks one replica.</summary>
    internal async Task<(HealthStatus Status, string? Description)> AskAsync(HttpClient client, int replica, CancellationToken cancellationToken)
    {
        if (!endpoint.Exists || !endpoint.IsAllocated)
        {
            return (HealthStatus.Unhealthy, $"'{resourceName}' has no endpoint '{endpoint.EndpointName}'.");
        }

        var ports = endpoint.EndpointAnnotation.ReplicaPorts;
        var address = new UriBuilder(endpoint.Url) { Port = replica < ports.Count ? ports[replica] : endpoint.Port }.Uri;
        var target = new Uri(address, path);
        try
        {
            using var response = await client.GetAsync(target, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var answered = (int)response.StatusCode;
            return answered == statusCode
                ? (HealthStatus.Healthy, null)
                : (HealthStatus.Unhealthy, string.Create(CultureInfo.InvariantCulture, $"{target} answered {answered} instead of {statusCode}."));
        }
        catch (HttpRequestException exception)
        {
            return (HealthStatus.Unhealthy, $"{target}: {exception.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (HealthStatus.Unhealthy, $"{target} did not answer in time.");
        }
    }
}
