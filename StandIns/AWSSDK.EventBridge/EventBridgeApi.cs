using Amazon.EventBridge.Model;
using StandIns.Aws;
using StandIns.Aws.Json;

namespace Amazon.EventBridge;

/// <summary>EventBridge's operations on the wire. Source: Amazon EventBridge API Reference, version 2015-10-07.</summary>
internal static class EventBridgeApi
{
    private static readonly EventBridgeJson Json = EventBridgeJson.Default;

    public static readonly AwsApi Api = new("EventBridge", "events", "2015-10-07")
    {
        Errors = new(
            static error => new AmazonEventBridgeException(
                error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            new Dictionary<string, ErrorFactory>
            {
                ["ConcurrentModificationException"] = static error => new ConcurrentModificationException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["InternalException"] = static error => new InternalException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["InvalidEventPatternException"] = static error => new InvalidEventPatternException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["InvalidStateException"] = static error => new InvalidStateException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["LimitExceededException"] = static error => new LimitExceededException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["ManagedRuleException"] = static error => new ManagedRuleException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["OperationDisabledException"] = static error => new OperationDisabledException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["ResourceAlreadyExistsException"] = static error => new ResourceAlreadyExistsException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
                ["ResourceNotFoundException"] = static error => new ResourceNotFoundException(
                    error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
            }),
    };

    public static readonly JsonOperation<PutEventsRequest, PutEventsResponse> PutEvents =
        new(Api, "AWSEvents.PutEvents", Json.PutEventsRequest, Json.PutEventsResponse);

    public static readonly JsonOperation<CreateEventBusRequest, CreateEventBusResponse> CreateEventBus =
        new(Api, "AWSEvents.CreateEventBus", Json.CreateEventBusRequest, Json.CreateEventBusResponse);

    public static readonly JsonOperation<DeleteEventBusRequest, DeleteEventBusResponse> DeleteEventBus =
        new(Api, "AWSEvents.DeleteEventBus", Json.DeleteEventBusRequest, Json.DeleteEventBusResponse);

    public static readonly JsonOperation<DescribeEventBusRequest, DescribeEventBusResponse> DescribeEventBus =
        new(Api, "AWSEvents.DescribeEventBus", Json.DescribeEventBusRequest, Json.DescribeEventBusResponse);

    public static readonly JsonOperation<ListEventBusesRequest, ListEventBusesResponse> ListEventBuses =
        new(Api, "AWSEvents.ListEventBuses", Json.ListEventBusesRequest, Json.ListEventBusesResponse);

    public static readonly JsonOperation<PutRuleRequest, PutRuleResponse> PutRule =
        new(Api, "AWSEvents.PutRule", Json.PutRuleRequest, Json.PutRuleResponse);

    public static readonly JsonOperation<DeleteRuleRequest, DeleteRuleResponse> DeleteRule =
        new(Api, "AWSEvents.DeleteRule", Json.DeleteRuleRequest, Json.DeleteRuleResponse);

    public static readonly JsonOperation<DescribeRuleRequest, DescribeRuleResponse> DescribeRule =
        new(Api, "AWSEvents.DescribeRule", Json.DescribeRuleRequest, Json.DescribeRuleResponse);

    public static readonly JsonOperation<ListRulesRequest, ListRulesResponse> ListRules =
        new(Api, "AWSEvents.ListRules", Json.ListRulesRequest, Json.ListRulesResponse);

    public static readonly JsonOperation<PutTargetsRequest, PutTargetsResponse> PutTargets =
        new(Api, "AWSEvents.PutTargets", Json.PutTargetsRequest, Json.PutTargetsResponse);

    public static readonly JsonOperation<RemoveTargetsRequest, RemoveTargetsResponse> RemoveTargets =
        new(Api, "AWSEvents.RemoveTargets", Json.RemoveTargetsRequest, Json.RemoveTargetsResponse);

    public static readonly JsonOperation<ListTargetsByRuleRequest, ListTargetsByRuleResponse> ListTargetsByRule =
        new(Api, "AWSEvents.ListTargetsByRule", Json.ListTargetsByRuleRequest, Json.ListTargetsByRuleResponse);

    public static readonly JsonOperation<CreateConnectionRequest, CreateConnectionResponse> CreateConnection =
        new(Api, "AWSEvents.CreateConnection", Json.CreateConnectionRequest, Json.CreateConnectionResponse);

    public static readonly JsonOperation<CreateApiDestinationRequest, CreateApiDestinationResponse> CreateApiDestination =
        new(Api, "AWSEvents.CreateApiDestination", Json.CreateApiDestinationRequest, Json.CreateApiDestinationResponse);

    public static readonly JsonOperation<TestEventPatternRequest, TestEventPatternResponse> TestEventPattern =
        new(Api, "AWSEvents.TestEventPattern", Json.TestEventPatternRequest, Json.TestEventPatternResponse);
}
