using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace AppHost.Lab;

/// <summary>
/// The secrets by which the dashboard knows who talks to it: new for each run, unless they are configured by the names that
/// Aspire has for them.
/// </summary>
internal sealed class DashboardAccess
{
    private const string ResourceServiceUrlKey = "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL";
    private const int KeyLetters = 32;

    private readonly IConfiguration _configuration;

    private DashboardAccess(IConfiguration configuration)
    {
        _configuration = configuration;
        BrowserToken = Secret("AppHost:BrowserToken");
        OtlpApiKey = Secret("AppHost:OtlpApiKey");
        ResourceServiceApiKey = Secret("AppHost:ResourceService:ApiKey");
        configuration["AppHost:ResourceService:AuthMode"] = "ApiKey";
    }

    /// <summary>What a browser logs in with.</summary>
    public string BrowserToken { get; }

    /// <summary>What senders of telemetry show.</summary>
    public string OtlpApiKey { get; }

    /// <summary>What the dashboard shows to the app host.</summary>
    public string ResourceServiceApiKey { get; }

    /// <summary>Where the app host tells of its resources; the host decides it when it starts. Null: it does not.</summary>
    public string? ResourceServiceUrl => _configuration[ResourceServiceUrlKey];

    /// <summary>Decides the secrets and says them in the configuration, where the host looks for them.</summary>
    public static DashboardAccess Create(IConfiguration configuration) => new(configuration);

    /// <summary>The address that opens the dashboard at <paramref name="url"/> without asking for the token.</summary>
    public string LoginUrl(string url) => $"{url.TrimEnd('/')}/login?t={BrowserToken}";

    private string Secret(string key)
    {
        if (_configuration[key] is not { Length: > 0 } secret)
        {
            _configuration[key] = secret = RandomNumberGenerator.GetHexString(KeyLetters, lowercase: true);
        }

        return secret;
    }
}
