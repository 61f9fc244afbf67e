using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using StandIns.Aws;

namespace Amazon.CloudFormation;

/// <summary>
/// The client of AWS CloudFormation, on the SDK's own pipeline: credentials, signature, retries and errors are the SDK's.
/// </summary>
public partial class AmazonCloudFormationClient : AmazonServiceClient, IAmazonCloudFormation
{
    // Of this name and kind because LocalStack.Client reads it by reflection.
#pragma warning disable IDE1006
    private static readonly IServiceMetadata serviceMetadata = new ApiMetadata(CloudFormationApi.Api);
#pragma warning restore IDE1006

    /// <summary>Credentials and Region from the environment.</summary>
    public AmazonCloudFormationClient()
        : base(new AmazonCloudFormationConfig())
    {
    }

    /// <summary>Credentials from the environment, an explicit Region.</summary>
    public AmazonCloudFormationClient(RegionEndpoint region)
        : base(new AmazonCloudFormationConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from the environment, an explicit configuration.</summary>
    public AmazonCloudFormationClient(AmazonCloudFormationConfig config)
        : base(config)
    {
    }

    /// <summary>Explicit credentials, the Region from the environment.</summary>
    public AmazonCloudFormationClient(AWSCredentials credentials)
        : this(credentials, new AmazonCloudFormationConfig())
    {
    }

    /// <summary>Explicit credentials and Region.</summary>
    public AmazonCloudFormationClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudFormationConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Explicit credentials and configuration.</summary>
    public AmazonCloudFormationClient(AWSCredentials credentials, AmazonCloudFormationConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>An explicit access key, the Region from the environment.</summary>
    public AmazonCloudFormationClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudFormationConfig())
    {
    }

    /// <summary>An explicit access key and Region.</summary>
    public AmazonCloudFormationClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudFormationConfig { RegionEndpoint = region })
    {
    }

    /// <summary>An explicit access key and configuration.</summary>
    public AmazonCloudFormationClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        AmazonCloudFormationConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>An explicit access key of a session, the Region from the environment.</summary>
    public AmazonCloudFormationClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudFormationConfig())
    {
    }

    /// <summary>An explicit access key of a session and Region.</summary>
    public AmazonCloudFormationClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudFormationConfig { RegionEndpoint = region })
    {
    }

    /// <summary>An explicit access key of a session and configuration.</summary>
    public AmazonCloudFormationClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonCloudFormationConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => serviceMetadata;

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.UseRegionalEndpoints();
    }

    /// <inheritdoc/>
    public virtual Task<CreateStackResponse> CreateStackAsync(CreateStackRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateStackResponse>(request, CloudFormationApi.CreateStack.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateStackResponse> UpdateStackAsync(UpdateStackRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateStackResponse>(request, CloudFormationApi.UpdateStack.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteStackResponse> DeleteStackAsync(DeleteStackRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteStackResponse>(request, CloudFormationApi.DeleteStack.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeStacksResponse> DescribeStacksAsync(
        DescribeStacksRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeStacksResponse>(request, CloudFormationApi.DescribeStacks.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeStackEventsResponse> DescribeStackEventsAsync(
        DescribeStackEventsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeStackEventsResponse>(request, CloudFormationApi.DescribeStackEvents.Call(), cancellationToken);
}
