using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using StandIns.Aws;

namespace Amazon.CloudFormation;

/// <summary>How a client of AWS CloudFormation behaves.</summary>
public partial class AmazonCloudFormationConfig : ClientConfig
{
    /// <summary>The defaults of the SDK.</summary>
    public AmazonCloudFormationConfig()
        : base(ClientDefaults.Create())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = CloudFormationApi.Api.SigningName;
        EndpointProvider = new RegionalEndpointProvider(CloudFormationApi.Api.SigningName);
    }

    /// <summary>AWS's identifier of the service.</summary>
    public static new string ServiceId => CloudFormationApi.Api.ServiceId;

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => CloudFormationApi.Api.SigningName;

    /// <inheritdoc/>
    public override string ServiceVersion => CloudFormationApi.Api.Version;

    /// <inheritdoc/>
    public override string UserAgent => CloudFormationApi.Api.UserAgent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return RegionalEndpointProvider.Resolve(this, EndpointProvider, parameters.AlternateEndpoint);
    }
}
