using System.Text.Json.Serialization;
using Amazon.EventBridge.Model;
using StandIns.Aws.Json;

namespace Amazon.EventBridge;

/// <summary>The service's requests and answers as JSON, member by member under their own names.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(EpochSecondsConverter),
        typeof(RuleStateConverter),
        typeof(ConnectionAuthorizationTypeConverter),
        typeof(ConnectionStateConverter),
        typeof(ApiDestinationHttpMethodConverter),
        typeof(ApiDestinationStateConverter),
    ])]
[JsonSerializable(typeof(PutEventsRequest))]
[JsonSerializable(typeof(PutEventsResponse))]
[JsonSerializable(typeof(CreateEventBusRequest))]
[JsonSerializable(typeof(CreateEventBusResponse))]
[JsonSerializable(typeof(DeleteEventBusRequest))]
[JsonSerializable(typeof(DeleteEventBusResponse))]
[JsonSerializable(typeof(DescribeEventBusRequest))]
[JsonSerializable(typeof(DescribeEventBusResponse))]
[JsonSerializable(typeof(ListEventBusesRequest))]
[JsonSerializable(typeof(ListEventBusesResponse))]
[JsonSerializable(typeof(PutRuleRequest))]
[JsonSerializable(typeof(PutRuleResponse))]
[JsonSerializable(typeof(DeleteRuleRequest))]
[JsonSerializable(typeof(DeleteRuleResponse))]
[JsonSerializable(typeof(DescribeRuleRequest))]
[JsonSerializable(typeof(DescribeRuleResponse))]
[JsonSerializable(typeof(ListRulesRequest))]
[JsonSerializable(typeof(ListRulesResponse))]
[JsonSerializable(typeof(PutTargetsRequest))]
[JsonSerializable(typeof(PutTargetsResponse))]
[JsonSerializable(typeof(RemoveTargetsRequest))]
[JsonSerializable(typeof(RemoveTargetsResponse))]
[JsonSerializable(typeof(ListTargetsByRuleRequest))]
[JsonSerializable(typeof(ListTargetsByRuleResponse))]
[JsonSerializable(typeof(CreateConnectionRequest))]
[JsonSerializable(typeof(CreateConnectionResponse))]
[JsonSerializable(typeof(CreateApiDestinationRequest))]
[JsonSerializable(typeof(CreateApiDestinationResponse))]
[JsonSerializable(typeof(TestEventPatternRequest))]
[JsonSerializable(typeof(TestEventPatternResponse))]
internal sealed partial class EventBridgeJson : JsonSerializerContext;
