using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using StandIns.Aws;

namespace Amazon.EventBridge;

/// <summary>
/// The client of Amazon EventBridge, on the SDK's own pipeline: credentials, signature, retries and errors are the SDK's.
/// </summary>
public partial class AmazonEventBridgeClient : AmazonServiceClient, IAmazonEventBridge
{
    // Of this name and kind because LocalStack.Client reads it by reflection.
#pragma warning disable IDE1006
    private static readonly IServiceMetadata serviceMetadata = new ApiMetadata(EventBridgeApi.Api);
#pragma warning restore IDE1006

    /// <summary>Credentials and Region from the environment.</summary>
    public AmazonEventBridgeClient()
        : base(new AmazonEventBridgeConfig())
    {
    }

    /// <summary>Credentials from the environment, an explicit Region.</summary>
    public AmazonEventBridgeClient(RegionEndpoint region)
        : base(new AmazonEventBridgeConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Credentials from the environment, an explicit configuration.</summary>
    public AmazonEventBridgeClient(AmazonEventBridgeConfig config)
        : base(config)
    {
    }

    /// <summary>Explicit credentials, the Region from the environment.</summary>
    public AmazonEventBridgeClient(AWSCredentials credentials)
        : this(credentials, new AmazonEventBridgeConfig())
    {
    }

    /// <summary>Explicit credentials and Region.</summary>
    public AmazonEventBridgeClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonEventBridgeConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Explicit credentials and configuration.</summary>
    public AmazonEventBridgeClient(AWSCredentials credentials, AmazonEventBridgeConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>An explicit access key, the Region from the environment.</summary>
    public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonEventBridgeConfig())
    {
    }

    /// <summary>An explicit access key and Region.</summary>
    public AmazonEventBridgeClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonEventBridgeConfig { RegionEndpoint = region })
    {
    }

    /// <summary>An explicit access key and configuration.</summary>
    public AmazonEventBridgeClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        AmazonEventBridgeConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>An explicit access key of a session, the Region from the environment.</summary>
    public AmazonEventBridgeClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonEventBridgeConfig())
    {
    }

    /// <summary>An explicit access key of a session and Region.</summary>
    public AmazonEventBridgeClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonEventBridgeConfig { RegionEndpoint = region })
    {
    }

    /// <summary>An explicit access key of a session and configuration.</summary>
    public AmazonEventBridgeClient(
        string awsAccessKeyId,
        string awsSecretAccessKey,
        string awsSessionToken,
        AmazonEventBridgeConfig clientConfig)
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
    public virtual Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutEventsResponse>(request, EventBridgeApi.PutEvents.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateEventBusResponse> CreateEventBusAsync(
        CreateEventBusRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateEventBusResponse>(request, EventBridgeApi.CreateEventBus.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteEventBusResponse> DeleteEventBusAsync(
        DeleteEventBusRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteEventBusResponse>(request, EventBridgeApi.DeleteEventBus.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeEventBusResponse> DescribeEventBusAsync(
        DescribeEventBusRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeEventBusResponse>(request, EventBridgeApi.DescribeEventBus.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListEventBusesResponse> ListEventBusesAsync(
        ListEventBusesRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<ListEventBusesResponse>(request, EventBridgeApi.ListEventBuses.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRuleResponse> PutRuleAsync(PutRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRuleResponse>(request, EventBridgeApi.PutRule.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRuleResponse> DeleteRuleAsync(DeleteRuleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRuleResponse>(request, EventBridgeApi.DeleteRule.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeRuleResponse> DescribeRuleAsync(
        DescribeRuleRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeRuleResponse>(request, EventBridgeApi.DescribeRule.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRulesResponse> ListRulesAsync(ListRulesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListRulesResponse>(request, EventBridgeApi.ListRules.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutTargetsResponse> PutTargetsAsync(PutTargetsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutTargetsResponse>(request, EventBridgeApi.PutTargets.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<RemoveTargetsResponse> RemoveTargetsAsync(
        RemoveTargetsRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<RemoveTargetsResponse>(request, EventBridgeApi.RemoveTargets.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(
        ListTargetsByRuleRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTargetsByRuleResponse>(request, EventBridgeApi.ListTargetsByRule.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateConnectionResponse> CreateConnectionAsync(
        CreateConnectionRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateConnectionResponse>(request, EventBridgeApi.CreateConnection.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CreateApiDestinationResponse> CreateApiDestinationAsync(
        CreateApiDestinationRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateApiDestinationResponse>(request, EventBridgeApi.CreateApiDestination.Call(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TestEventPatternResponse> TestEventPatternAsync(
        TestEventPatternRequest request,
        CancellationToken cancellationToken = default) =>
        InvokeAsync<TestEventPatternResponse>(request, EventBridgeApi.TestEventPattern.Call(), cancellationToken);
}
