using LocalAws.EventBridge.Patterns;
using LocalAws.EventBridge.Schedules;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on rules.</summary>
internal sealed class RuleOperations(TopologyStore store, TimeProvider clock) : IOperationModule
{
    private const string Enabled = "ENABLED";
    private const string Disabled = "DISABLED";

    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.PutRule", () => wire.PutRuleRequest, () => wire.PutRuleResponse, Put);
        table.MapJson("AWSEvents.DeleteRule", () => wire.DeleteRuleRequest, () => wire.EmptyResponse, Delete);
        table.MapJson("AWSEvents.DescribeRule", () => wire.RuleNameRequest, () => wire.DescribeRuleResponse, Describe);
        table.MapJson("AWSEvents.ListRules", () => wire.ListRulesRequest, () => wire.ListRulesResponse, List);
        table.MapJson(
            "AWSEvents.ListRuleNamesByTarget", () => wire.ListRuleNamesByTargetRequest, () => wire.ListRuleNamesByTargetResponse, ListByTarget);
        table.MapJson(
            "AWSEvents.EnableRule", () => wire.RuleNameRequest, () => wire.EmptyResponse, (request, call, _) => Enable(request, call, true));
        table.MapJson(
            "AWSEvents.DisableRule", () => wire.RuleNameRequest, () => wire.EmptyResponse, (request, call, _) => Enable(request, call, false));
    }

    /// <summary>Checks a rule's definition and compiles its pattern.</summary>
    public static Rule Define(EventTopology topology, PutRuleRequest request, DateTimeOffset now)
    {
        new Constraints()
            .Name("name", request.Name)
            .Length("scheduleExpression", request.ScheduleExpression, 256, shortest: 0)
            .Length("eventPattern", request.EventPattern, 4096, shortest: 0)
            .OneOf("state", request.State, Enabled, Disabled, "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS")
            .Length("description", request.Description, 512, shortest: 0)
            .Length("roleArn", request.RoleArn, 1600)
            .Enforce();
        var pattern = string.IsNullOrEmpty(request.EventPattern) ? null : request.EventPattern;
        var schedule = string.IsNullOrEmpty(request.ScheduleExpression) ? null : request.ScheduleExpression;
        if (pattern is null && schedule is null)
        {
            throw TopologyErrors.Validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        var bus = topology.RequireBus(request.EventBusName).Name;
        CheckSchedule(schedule, bus);
        try
        {
            return new Rule(request.Name!, topology.RuleArn(bus, request.Name!), bus, pattern, schedule)
            {
                Enabled = request.State != Disabled,
                Description = request.Description,
                RoleArn = request.RoleArn,
                ScheduledFrom = now,
                Tags = EventTopology.NoTags.With(request.Tags),
            };
        }
        catch (InvalidPatternException refused)
        {
            throw Refuse(refused);
        }
    }

    private static void CheckSchedule(string? expression, string bus)
    {
        if (expression is null)
        {
            return;
        }

        if (bus != EventBus.Default)
        {
            throw TopologyErrors.Validation("ScheduleExpression is supported only on the default event bus.");
        }

        if (RuleSchedule.TryParse(expression) is null)
        {
            throw TopologyErrors.Validation("Parameter ScheduleExpression is not valid.");
        }
    }

    private static AwsException Refuse(InvalidPatternException refused) => new("InvalidEventPatternException", refused.Message);

    /// <exception cref="AwsException">The pattern is refused: <c>InvalidEventPatternException</c>.</exception>
    public static CompiledPattern Compile(string pattern)
    {
        try
        {
            return CompiledPattern.Compile(PatternParser.Parse(pattern));
        }
        catch (InvalidPatternException refused)
        {
            throw Refuse(refused);
        }
    }

    private ValueTask<PutRuleResponse> Put(PutRuleRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var topology = store.Update(call.Scope, topology => topology.PutRule(Define(topology, request, clock.GetUtcNow()), clock.GetUtcNow()));
        return new(new PutRuleResponse(topology.RequireRule(request.EventBusName, request.Name!).Arn));
    }

    private ValueTask<EmptyResponse> Delete(DeleteRuleRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name).Enforce();
        store.Update(
            call.Scope, topology => topology.RemoveRule(request.EventBusName, request.Name!, clock.GetUtcNow(), request.Force == true));
        return new(new EmptyResponse());
    }

    private ValueTask<DescribeRuleResponse> Describe(RuleNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("name", request.Name).Enforce();
        var rule = store.Current(call.Scope).RequireRule(request.EventBusName, request.Name!);
        return new(Describe(rule) with { CreatedBy = call.Account });
    }

    private ValueTask<ListRulesResponse> List(ListRulesRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var rules = store.Current(call.Scope).RequireBus(request.EventBusName).Rules.Values;
        var page = Page.Of(rules, rule => rule.Name, request.NamePrefix, request.Limit, request.NextToken);
        return new(new ListRulesResponse([.. page.Items.Select(Describe)], page.NextToken));
    }

    private ValueTask<ListRuleNamesByTargetResponse> ListByTarget(
        ListRuleNamesByTargetRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Required("targetArn", request.TargetArn).Length("targetArn", request.TargetArn, 1600).Enforce();
        var rules = store.Current(call.Scope).RequireBus(request.EventBusName).Rules.Values
            .Where(rule => rule.Targets.Any(target => target.Arn == request.TargetArn));
        var page = Page.Of(rules, rule => rule.Name, null, request.Limit, request.NextToken);
        return new(new ListRuleNamesByTargetResponse([.. page.Items.Select(static rule => rule.Name)], page.NextToken));
    }

    private ValueTask<EmptyResponse> Enable(RuleNameRequest request, CallContext call, bool enabled)
    {
        new Constraints().Name("name", request.Name).Enforce();
        store.Update(call.Scope, topology => topology.EnableRule(request.EventBusName, request.Name!, enabled, clock.GetUtcNow()));
        return new(new EmptyResponse());
    }

    private static DescribeRuleResponse Describe(Rule rule) => new(
        rule.Name,
        rule.Arn,
        rule.Pattern,
        rule.ScheduleExpression,
        rule.Enabled ? Enabled : Disabled,
        rule.Description,
        rule.RoleArn,
        rule.ManagedBy,
        rule.Bus,
        CreatedBy: null);
}
