using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Scenarios.Settings;

namespace Delivery.Worker.Functions;

/// <summary>
/// Looks up where to deliver, in the SSM parameter and the secret that the stack made, and keeps each for as long as
/// Powertools for AWS Lambda's parameters utility does (5 s by default).
/// </summary>
internal sealed class DeliveryTargets
{
    /// <summary>The SSM parameter that holds the downstream's URL.</summary>
    public const string EndpointParameter = "/sls-observe/delivery/endpoint";

    /// <summary>The secret that holds the downstream's API key.</summary>
    public const string ApiKeySecret = "/sls-observe/delivery/api-key";

    private readonly CachedValue<Uri> _endpoint;
    private readonly CachedValue<string> _apiKey;

    public DeliveryTargets(
        IAmazonSimpleSystemsManagement parameters,
        IAmazonSecretsManager secrets,
        SystemSettings settings,
        TimeProvider clock)
    {
        var lifetime = TimeSpan.FromSeconds(settings.Delivery.ParameterCacheSeconds);
        _endpoint = new(
            async () =>
            {
                var answer = await parameters.GetParameterAsync(new GetParameterRequest { Name = EndpointParameter });
                return new Uri(answer.Parameter.Value, UriKind.Absolute);
            },
            lifetime,
            clock);
        _apiKey = new(
            async () => (await secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = ApiKeySecret })).SecretString
                ?? throw new AmazonSecretsManagerException($"The secret {ApiKeySecret} has no text."),
            lifetime,
            clock);
    }

    /// <summary>The target as it is now, or as it was at most a cache lifetime ago.</summary>
    /// <exception cref="Amazon.Runtime.AmazonServiceException">The parameter or the secret cannot be read.</exception>
    /// <exception cref="UriFormatException">The parameter is not a URL.</exception>
    public async Task<DeliveryTarget> GetAsync(CancellationToken cancellationToken)
    {
        var endpoint = _endpoint.GetAsync(cancellationToken);
        var apiKey = _apiKey.GetAsync(cancellationToken);
        await Task.WhenAll(endpoint, apiKey);
        return new DeliveryTarget(await endpoint, await apiKey);
    }
}
