namespace LocalAws.EventBridge.Wire;

internal sealed record PutRuleRequest(
    string? Name, string? ScheduleExpression, string? EventPattern, string? State, string? Description, string? RoleArn, string? EventBusName);

internal sealed record PutRuleResponse(string RuleArn);

internal sealed record RuleNameRequest(string? Name, string? EventBusName);

internal sealed record DescribeRuleResponse(
    string Name, string Arn, string EventPattern, string State, string? Description, string? RoleArn, string EventBusName, string? CreatedBy);

internal sealed record ListRulesRequest(string? NamePrefix, string? EventBusName, string? NextToken, int? Limit);

internal sealed record ListRulesResponse(IReadOnlyList<DescribeRuleResponse> Rules, string? NextToken);
