using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using StandIns.Aws;

namespace Amazon.EventBridge;

/// <summary>How a client of Amazon EventBridge behaves.</summary>
public partial class AmazonEventBridgeConfig : ClientConfig
{
    /// <summary>The defaults of the SDK.</summary>
    public AmazonEventBridgeConfig()
        : base(ClientDefaults.Create())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = EventBridgeApi.Api.SigningName;
        EndpointProvider = new RegionalEndpointProvider(EventBridgeApi.Api.SigningName);
    }

    /// <summary>AWS's identifier of the service.</summary>
    public static new string ServiceId => EventBridgeApi.Api.ServiceId;

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => EventBridgeApi.Api.SigningName;

    /// <inheritdoc/>
    public override string ServiceVersion => EventBridgeApi.Api.Version;

    /// <inheritdoc/>
    public override string UserAgent => EventBridgeApi.Api.UserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RegionalEndpointProvider.Resolve(this, EndpointProvider, parameters.AlternateEndpoint);
    }
}
