using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Embedded.ResourceService;

/// <summary>Where the resource service answers and to whom, by the configuration keys that Aspire has for it.</summary>
/// <param name="Port">The port that is wished for; null: any.</param>
/// <param name="ApiKey">The key to ask for; null: none.</param>
internal sealed record ResourceServiceSettings(int? Port, string? ApiKey)
{
    /// <summary>Where the address is wished for, and where it is found once it is decided.</summary>
    internal const string UrlKey = "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL";

    private const string LegacyUrlKey = "DOTNET_RESOURCE_SERVICE_ENDPOINT_URL";
    private const string AuthModeKey = "AppHost:ResourceService:AuthMode";
    private const string ApiKeyKey = "AppHost:ResourceService:ApiKey";
    private const int KeyLetters = 32;

    /// <summary>Reads them; null when nobody would ask: no address is set, and there is to be no dashboard.</summary>
    /// <exception cref="DistributedApplicationException">A value is refused.</exception>
    internal static ResourceServiceSettings? Read(IConfiguration configuration, DistributedApplicationOptions application)
    {
        var key = string.IsNullOrWhiteSpace(configuration[UrlKey]) ? LegacyUrlKey : UrlKey;
        var url = configuration[key];
        if (string.IsNullOrWhiteSpace(url))
        {
            return application.DisableDashboard ? null : new(null, KeyOf(configuration));
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { IsLoopback: true, Scheme: "http" }
            ? new(address.Port == 0 ? null : address.Port, KeyOf(configuration))
            : throw new DistributedApplicationException($"{key} = \"{url}\": must be an http:// address of this machine, such as http://localhost:15890.");
    }

    private static string? KeyOf(IConfiguration configuration) => configuration[AuthModeKey] switch
    {
        { } mode when mode.Equals("Unsecured", StringComparison.OrdinalIgnoreCase) => null,
        null or "" => NewOrConfigured(configuration),
        { } mode when mode.Equals("ApiKey", StringComparison.OrdinalIgnoreCase) => NewOrConfigured(configuration),
        var other => throw new DistributedApplicationException($"{AuthModeKey} = \"{other}\": must be ApiKey or Unsecured."),
    };

    /// <summary>A new key is left where whoever tells a dashboard of it looks.</summary>
    private static string NewOrConfigured(IConfiguration configuration)
    {
        if (configuration[ApiKeyKey] is not { Length: > 0 } key)
        {
            configuration[ApiKeyKey] = key = RandomNumberGenerator.GetHexString(KeyLetters, lowercase: true);
        }

        return key;
    }
}
