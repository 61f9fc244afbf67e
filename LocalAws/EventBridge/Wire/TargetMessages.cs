using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Wire;

internal sealed record TargetEntry(
    string? Id,
    string? Arn,
    string? RoleArn,
    string? Input,
    string? InputPath,
    InputTransformerEntry? InputTransformer,
    SqsParametersEntry? SqsParameters,
    HttpParametersEntry? HttpParameters,
    DeadLetterConfigEntry? DeadLetterConfig,
    RetryPolicyEntry? RetryPolicy)
{
    /// <summary>Parameters for targets that are not part of this cloud.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Foreign { get; set; }
}

internal sealed record InputTransformerEntry(IReadOnlyDictionary<string, string>? InputPathsMap, string? InputTemplate);

internal sealed record SqsParametersEntry(string? MessageGroupId);

internal sealed record HttpParametersEntry(
    IReadOnlyList<string>? PathParameterValues,
    IReadOnlyDictionary<string, string>? HeaderParameters,
    IReadOnlyDictionary<string, string>? QueryStringParameters);

internal sealed record DeadLetterConfigEntry(string? Arn);

internal sealed record RetryPolicyEntry(int? MaximumRetryAttempts, int? MaximumEventAgeInSeconds);

internal sealed record PutTargetsRequest(string? Rule, string? EventBusName, IReadOnlyList<TargetEntry?>? Targets);

internal sealed record RemoveTargetsRequest(string? Rule, string? EventBusName, IReadOnlyList<string>? Ids, bool? Force);

internal sealed record TargetsResponse(int FailedEntryCount, IReadOnlyList<FailedTargetEntry> FailedEntries);

internal sealed record FailedTargetEntry(string TargetId, string ErrorCode, string ErrorMessage);

internal sealed record ListTargetsByRuleRequest(string? Rule, string? EventBusName, string? NextToken, int? Limit);

internal sealed record ListTargetsByRuleResponse(IReadOnlyList<TargetEntry> Targets, string? NextToken);
