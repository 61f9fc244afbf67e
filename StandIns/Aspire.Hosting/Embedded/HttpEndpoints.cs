using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>Picks the endpoint that HTTP goes to when none is named.</summary>
internal static class HttpEndpoints
{
    /// <summary>The first https endpoint, or else the first http endpoint, or else the one named http.</summary>
    internal static EndpointReference First(IResourceWithEndpoints resource) =>
        resource.GetEndpoints().FirstOrDefault(static endpoint => endpoint.Scheme == "https")
        ?? resource.GetEndpoints().FirstOrDefault(static endpoint => endpoint.Scheme == "http")
        ?? new EndpointReference(resource, "http");
}
