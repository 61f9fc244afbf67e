using Amazon.EventBridge.Model;
using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>Amazon EventBridge, as far as it is used here.</summary>
public interface IAmazonEventBridge : IAmazonService, IDisposable
{
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonEventBridgeConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
            ? new AmazonEventBridgeClient((AmazonEventBridgeConfig)clientConfig)
            : new AmazonEventBridgeClient(awsCredentials, (AmazonEventBridgeConfig)clientConfig);

    /// <summary>Puts up to 10 events on event buses. The answer tells entry by entry which of them failed.</summary>
    Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates an event bus.</summary>
    Task<CreateEventBusResponse> CreateEventBusAsync(CreateEventBusRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes an event bus; the default bus cannot be deleted.</summary>
    Task<DeleteEventBusResponse> DeleteEventBusAsync(DeleteEventBusRequest request, CancellationToken cancellationToken = default);

    /// <summary>An event bus as it is now.</summary>
    Task<DescribeEventBusResponse> DescribeEventBusAsync(DescribeEventBusRequest request, CancellationToken cancellationToken = default);

    /// <summary>The account's event buses.</summary>
    Task<ListEventBusesResponse> ListEventBusesAsync(ListEventBusesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a rule or replaces it; its targets stay.</summary>
    Task<PutRuleResponse> PutRuleAsync(PutRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes a rule, which may have no targets any more.</summary>
    Task<DeleteRuleResponse> DeleteRuleAsync(DeleteRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>A rule as it is now.</summary>
    Task<DescribeRuleResponse> DescribeRuleAsync(DescribeRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>The rules of a bus.</summary>
    Task<ListRulesResponse> ListRulesAsync(ListRulesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Adds targets to a rule, or replaces those of the same id.</summary>
    Task<PutTargetsResponse> PutTargetsAsync(PutTargetsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes targets away from a rule.</summary>
    Task<RemoveTargetsResponse> RemoveTargetsAsync(RemoveTargetsRequest request, CancellationToken cancellationToken = default);

    /// <summary>The targets of a rule.</summary>
    Task<ListTargetsByRuleResponse> ListTargetsByRuleAsync(ListTargetsByRuleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates a connection: how an API destination authorises itself.</summary>
    Task<CreateConnectionResponse> CreateConnectionAsync(CreateConnectionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Creates an API destination: an HTTP endpoint that can be a target.</summary>
    Task<CreateApiDestinationResponse> CreateApiDestinationAsync(
        CreateApiDestinationRequest request,
        CancellationToken cancellationToken = default);

    /// <summary>Whether an event matches a pattern; needs no rule.</summary>
    Task<TestEventPatternResponse> TestEventPatternAsync(TestEventPatternRequest request, CancellationToken cancellationToken = default);
}
