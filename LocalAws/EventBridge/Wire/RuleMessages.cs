namespace LocalAws.EventBridge.Wire;

internal sealed record PutRuleRequest(
    string? Name,
    string? ScheduleExpression,
    string? EventPattern,
    string? State,
    string? Description,
    string? RoleArn,
    string? EventBusName,
    IReadOnlyList<TagEntry?>? Tags = null);

internal sealed record PutRuleResponse(string RuleArn);

internal sealed record RuleNameRequest(string? Name, string? EventBusName);

internal sealed record DeleteRuleRequest(string? Name, string? EventBusName, bool? Force);

internal sealed record DescribeRuleResponse(
    string Name,
    string Arn,
    string? EventPattern,
    string? ScheduleExpression,
    string State,
    string? Description,
    string? RoleArn,
    string? ManagedBy,
    string EventBusName,
    string? CreatedBy);

internal sealed record ListRulesRequest(string? NamePrefix, string? EventBusName, string? NextToken, int? Limit);

internal sealed record ListRulesResponse(IReadOnlyList<DescribeRuleResponse> Rules, string? NextToken);

internal sealed record ListRuleNamesByTargetRequest(string? TargetArn, string? EventBusName, string? NextToken, int? Limit);

internal sealed record ListRuleNamesByTargetResponse(IReadOnlyList<string> RuleNames, string? NextToken);
