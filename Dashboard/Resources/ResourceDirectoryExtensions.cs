using Microsoft.Extensions.Options;

namespace Dashboard.Resources;

/// <summary>Adds the directory of resources.</summary>
internal static class ResourceDirectoryExtensions
{
    /// <summary>The configuration key of the resource service's address.</summary>
    private const string UrlKey = "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL";

    private const string LegacyUrlKey = "DOTNET_RESOURCE_SERVICE_ENDPOINT_URL";

    /// <summary>A client of the resource service that is configured, or an empty directory.</summary>
    /// <exception cref="OptionsValidationException">The address is none.</exception>
    public static IServiceCollection AddResourceDirectory(
        this IServiceCollection services, IConfiguration configuration, ResourceServiceClientOptions options)
    {
        var (key, url) = Address(configuration, options);
        if (string.IsNullOrWhiteSpace(url))
        {
            return services.AddSingleton<IResourceDirectory, NoResources>();
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new OptionsValidationException(key, typeof(Uri), [$"{key} = \"{url}\": must be a URL such as http://localhost:15890."]);
        }

        return services
            .AddSingleton(provider => new ResourceServiceConnection(address, options.KeyToSend))
            .AddSingleton<ResourceBoard>()
            .AddSingleton<IResourceDirectory, ResourceServiceClient>()
            .AddHostedService<ResourceWatch>();
    }

    private static (string Key, string? Url) Address(IConfiguration configuration, ResourceServiceClientOptions options) =>
        configuration[UrlKey] is { Length: > 0 } url ? (UrlKey, url)
        : configuration[LegacyUrlKey] is { Length: > 0 } legacy ? (LegacyUrlKey, legacy)
        : ("Dashboard:ResourceServiceClient:Url", options.Url);
}
