using Amazon.Runtime.Internal;

namespace StandIns.Aws;

/// <summary>A service's name for the SDK's pipeline.</summary>
internal sealed class ApiMetadata(AwsApi api) : IServiceMetadata
{
    public string ServiceId => api.ServiceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
