using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using StandIns.Aws;

namespace Amazon.SecretsManager;

/// <summary>How a client of AWS Secrets Manager behaves.</summary>
public partial class AmazonSecretsManagerConfig : ClientConfig
{
    /// <summary>The defaults of the SDK.</summary>
    public AmazonSecretsManagerConfig()
        : base(ClientDefaults.Create())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = SecretsManagerApi.Api.SigningName;
        EndpointProvider = new RegionalEndpointProvider(SecretsManagerApi.Api.SigningName);
    }

    /// <summary>AWS's identifier of the service.</summary>
    public static new string ServiceId => SecretsManagerApi.Api.ServiceId;

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => SecretsManagerApi.Api.SigningName;

    /// <inheritdoc/>
    public override string ServiceVersion => SecretsManagerApi.Api.Version;

    /// <inheritdoc/>
    public override string UserAgent => SecretsManagerApi.Api.UserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RegionalEndpointProvider.Resolve(this, EndpointProvider, parameters.AlternateEndpoint);
    }
}
