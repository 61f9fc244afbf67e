using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds services that run elsewhere.</summary>
public static class ExternalServiceBuilderExtensions
{
    /// <summary>Adds a service that runs elsewhere.</summary>
    public static IResourceBuilder<ExternalServiceResource> AddExternalService(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string url) =>
        builder.AddExternalService(name, new Uri(url, UriKind.RelativeOrAbsolute));

    /// <summary>Adds a service that runs elsewhere.</summary>
    public static IResourceBuilder<ExternalServiceResource> AddExternalService(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, Uri uri)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ExternalServiceResource(name, uri));
    }
}
