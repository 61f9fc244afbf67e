using Scenarios.Settings;

namespace Dashboard.Resources;

/// <summary>
/// The section <c>Dashboard:ResourceServiceClient</c>, by Aspire's names. The service's address is
/// <c>ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL</c>.
/// </summary>
internal sealed record ResourceServiceClientOptions : ICheckedSettings
{
    /// <summary>The address, when it is not in the environment. Default empty: no service.</summary>
    public string Url { get; init; } = "";

    /// <summary>How we say who we are. Default: by the key if there is one, else not at all.</summary>
    public ResourceServiceAuthMode? AuthMode { get; init; }

    /// <summary>The key that is sent in <c>x-resource-service-api-key</c>. Default empty.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>The key to send; null: none.</summary>
    public string? KeyToSend => AuthMode == ResourceServiceAuthMode.Unsecured || ApiKey.Length == 0 ? null : ApiKey;

    /// <inheritdoc/>
    public IEnumerable<SettingProblem> Problems()
    {
        if (AuthMode == ResourceServiceAuthMode.ApiKey && ApiKey.Length == 0)
        {
            yield return new(nameof(ApiKey), "", "a key, with AuthMode ApiKey");
        }
    }

    /// <summary>Without the key, whatever logs it.</summary>
    public override string ToString() => $"{nameof(ResourceServiceClientOptions)} {{ Url = {Url}, AuthMode = {AuthMode} }}";
}
