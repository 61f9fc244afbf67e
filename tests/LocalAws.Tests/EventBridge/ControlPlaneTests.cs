using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.EventBridge;

/// <summary>Buses, rules and targets by the client of the SDK, and refusals by bare JSON.</summary>
public sealed class ControlPlaneTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private const string AnyPattern = """{"source": ["test"]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bus_CreatedDescribedListedDeleted_IsThereAndGone()
    {
        using var client = server.EventBridge();
        var created = await client.CreateEventBusAsync(new CreateEventBusRequest { Name = "life", Description = "of a bus" }, Cancellation);
        created.EventBusArn.ShouldBe("arn:aws:events:us-east-1:000000000000:event-bus/life");

        var described = await client.DescribeEventBusAsync(new DescribeEventBusRequest { Name = created.EventBusArn }, Cancellation);
        described.Name.ShouldBe("life");
        described.Description.ShouldBe("of a bus");
        (await client.ListEventBusesAsync(new ListEventBusesRequest { NamePrefix = "li" }, Cancellation)).EventBuses!.ShouldHaveSingleItem().Name.ShouldBe("life");

        await client.DeleteEventBusAsync(new DeleteEventBusRequest { Name = "life" }, Cancellation);
        var gone = await Should.ThrowAsync<ResourceNotFoundException>(() => client.DescribeEventBusAsync(new DescribeEventBusRequest { Name = "life" }, Cancellation));
        gone.Message.ShouldBe("Event bus life does not exist.");
    }

    [Fact]
    public async Task Bus_Default_ExistsAndCannotBeDeleted()
    {
        using var client = server.EventBridge();

        (await client.DescribeEventBusAsync(new DescribeEventBusRequest(), Cancellation)).Name.ShouldBe("default");
        (await server.RefusedEventsAsync("DeleteEventBus", """{"Name": "default"}""")).ShouldBe(("ValidationException", "Cannot delete event bus default."));
    }

    [Fact]
    public async Task Bus_NameTaken_IsRefused()
    {
        await server.EventsAsync("CreateEventBus", """{"Name": "twice"}""");

        (await server.RefusedEventsAsync("CreateEventBus", """{"Name": "twice"}""")).ShouldBe(("ResourceAlreadyExistsException", "Event bus twice already exists."));
    }

    [Fact]
    public async Task Buses_MoreThanAPage_ComeInPages()
    {
        foreach (var name in new[] { "page-c", "page-a", "page-b" })
        {
            await server.EventsAsync("CreateEventBus", $$"""{"Name": "{{name}}"}""");
        }

        var first = await server.EventsAsync("ListEventBuses", """{"NamePrefix": "page-", "Limit": 2}""");
        var second = await server.EventsAsync("ListEventBuses", $$"""{"NamePrefix": "page-", "Limit": 2, "NextToken": "{{first["NextToken"]}}"}""");

        first["EventBuses"]!.AsArray().Select(static bus => (string)bus!["Name"]!).ShouldBe(["page-a", "page-b"]);
        second["EventBuses"]!.AsArray().Select(static bus => (string)bus!["Name"]!).ShouldBe(["page-c"]);
        second["NextToken"].ShouldBeNull();
        (await server.RefusedEventsAsync("ListEventBuses", """{"NextToken": "§"}""")).Code.ShouldBe("ValidationException");
    }

    [Fact]
    public async Task Rule_PutDescribedDisabledEnabledDeleted_IsAsAsked()
    {
        using var client = server.EventBridge();
        await client.CreateEventBusAsync(new CreateEventBusRequest { Name = "rules" }, Cancellation);
        var put = await client.PutRuleAsync(new PutRuleRequest { Name = "r", EventBusName = "rules", EventPattern = AnyPattern, Description = "d" }, Cancellation);
        put.RuleArn.ShouldBe("arn:aws:events:us-east-1:000000000000:rule/rules/r");

        await server.EventsAsync("DisableRule", """{"Name": "r", "EventBusName": "rules"}""");
        var disabled = await client.DescribeRuleAsync(new DescribeRuleRequest { Name = "r", EventBusName = "rules" }, Cancellation);
        disabled.State.ShouldBe(RuleState.DISABLED);
        disabled.EventPattern.ShouldBe(AnyPattern);
        await server.EventsAsync("EnableRule", """{"Name": "r", "EventBusName": "rules"}""");
        (await client.ListRulesAsync(new ListRulesRequest { EventBusName = "rules" }, Cancellation)).Rules!.ShouldHaveSingleItem().State.ShouldBe(RuleState.ENABLED);

        await client.DeleteRuleAsync(new DeleteRuleRequest { Name = "r", EventBusName = "rules" }, Cancellation);
        (await server.RefusedEventsAsync("DescribeRule", """{"Name": "r", "EventBusName": "rules"}"""))
            .ShouldBe(("ResourceNotFoundException", "Rule r does not exist on EventBus rules."));
    }

    [Fact]
    public async Task Rule_PutAgain_KeepsItsTargets()
    {
        await server.BusWithRuleAsync("again");
        await server.TargetAsync("again", "arn:aws:sqs:us-east-1:000000000000:any");

        await server.EventsAsync("PutRule", """{"Name": "again-rule", "EventBusName": "again", "EventPattern": "{\"source\": [\"other\"]}"}""");

        (await server.EventsAsync("ListTargetsByRule", """{"Rule": "again-rule", "EventBusName": "again"}"""))["Targets"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"Name": "bad name", "EventPattern": "{}"}""", "ValidationException", @"1 validation error detected: Value 'bad name' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("""{"EventPattern": "{}"}""", "ValidationException", "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"Name": "r", "ScheduleExpression": "rate(1 minutes)"}""", "ValidationException", "Parameter ScheduleExpression is not valid.")]
    [InlineData("""{"Name": "r"}""", "ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified.")]
    [InlineData("""{"Name": "r", "EventPattern": "{\"a\": []}"}""", "InvalidEventPatternException", "Event pattern is not valid. Reason: Empty arrays are not allowed\n at [Source: (String)\"{\"a\": []}\"; line: 1, column: 9]")]
    [InlineData("""{"Name": "r", "EventPattern": "{\"a\": [1]}", "EventBusName": "nowhere"}""", "ResourceNotFoundException", "Event bus nowhere does not exist.")]
    public async Task PutRule_Malformed_IsRefused(string body, string code, string message) =>
        (await server.RefusedEventsAsync("PutRule", body)).ShouldBe((code, message));

    [Fact]
    public async Task Rule_WithTargets_CannotBeDeleted()
    {
        await server.BusWithRuleAsync("busy");
        await server.TargetAsync("busy", "arn:aws:sqs:us-east-1:000000000000:any");

        (await server.RefusedEventsAsync("DeleteRule", """{"Name": "busy-rule", "EventBusName": "busy"}"""))
            .ShouldBe(("ValidationException", "Rule can't be deleted since it has targets."));
        (await server.RefusedEventsAsync("DeleteEventBus", """{"Name": "busy"}""")).Code.ShouldBe("ValidationException");
    }

    [Fact]
    public async Task Targets_PutListedRemoved_AreAsAsked()
    {
        using var client = server.EventBridge();
        await server.BusWithRuleAsync("targets");
        var put = await client.PutTargetsAsync(new PutTargetsRequest
        {
            Rule = "targets-rule",
            EventBusName = "targets",
            Targets =
            [
                new Target { Id = "b", Arn = "arn:aws:sqs:us-east-1:000000000000:b", RetryPolicy = new RetryPolicy { MaximumRetryAttempts = 3, MaximumEventAgeInSeconds = 60 } },
                new Target { Id = "a", Arn = "arn:aws:sqs:us-east-1:000000000000:a", DeadLetterConfig = new DeadLetterConfig { Arn = "arn:aws:sqs:us-east-1:000000000000:dead" } },
                new Target { Id = "c", Arn = "no-arn" },
            ],
        }, Cancellation);
        put.FailedEntryCount.ShouldBe(1);
        put.FailedEntries!.ShouldHaveSingleItem().TargetId.ShouldBe("c");

        var listed = (await client.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = "targets-rule", EventBusName = "targets" }, Cancellation)).Targets!;
        listed.Select(static target => target.Id).ShouldBe(["a", "b"]);
        listed[0].DeadLetterConfig!.Arn.ShouldEndWith(":dead");
        listed[0].RetryPolicy.ShouldBeNull();
        listed[1].RetryPolicy!.MaximumRetryAttempts.ShouldBe(3);

        await client.RemoveTargetsAsync(new RemoveTargetsRequest { Rule = "targets-rule", EventBusName = "targets", Ids = ["a", "unknown"] }, Cancellation);
        (await client.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = "targets-rule", EventBusName = "targets" }, Cancellation))
            .Targets!.ShouldHaveSingleItem().Id.ShouldBe("b");
    }

    [Fact]
    public async Task Targets_MoreThanFive_AreRefused()
    {
        await server.BusWithRuleAsync("many");
        var targets = string.Join(", ", Enumerable.Range(0, 6).Select(static index => $$"""{"Id": "{{index}}", "Arn": "arn:aws:sqs:us-east-1:000000000000:q"}"""));

        (await server.RefusedEventsAsync("PutTargets", $$"""{"Rule": "many-rule", "EventBusName": "many", "Targets": [{{targets}}]}"""))
            .ShouldBe(("LimitExceededException", "The requested resource exceeds the maximum number allowed."));
    }

    [Theory]
    [InlineData("""{"Id": "!@#", "Arn": "arn:x"}""", @"1 validation error detected: Value '!@#' at 'targets.1.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("""{"Id": "t", "Arn": "arn:x", "Input": "{}", "InputPath": "$.detail"}""", "Only one of Input, InputPath, or InputTransformer must be provided for target t.")]
    [InlineData("""{"Id": "t", "Arn": "arn:x", "InputTransformer": {"InputPathsMap": {"a": "$.detail.a"}, "InputTemplate": "\"<a> <b>\""}}""", "InputTemplate for target t contains invalid placeholder b.")]
    [InlineData("""{"Id": "t", "Arn": "arn:x", "RetryPolicy": {"MaximumRetryAttempts": 186}}""", "1 validation error detected: Value '186' at 'targets.1.member.retryPolicy.maximumRetryAttempts' failed to satisfy constraint: Member must have value less than or equal to 185")]
    public async Task PutTargets_Malformed_IsRefused(string target, string message)
    {
        (await server.RefusedEventsAsync("PutTargets", $$"""{"Rule": "any", "Targets": [{{target}}]}""")).ShouldBe(("ValidationException", message));
    }

    [Fact]
    public async Task Connection_Secrets_AreNeverTold()
    {
        foreach (var (name, type, parameters) in new[]
        {
            ("key", "API_KEY", """{"ApiKeyAuthParameters": {"ApiKeyName": "x-key", "ApiKeyValue": "hush-key"}}"""),
            ("user", "BASIC", """{"BasicAuthParameters": {"Username": "me", "Password": "hush-password"}}"""),
        })
        {
            var created = await server.EventsAsync("CreateConnection", $$"""{"Name": "{{name}}", "AuthorizationType": "{{type}}", "AuthParameters": {{parameters}}}""");
            var described = await server.EventsAsync("DescribeConnection", $$"""{"Name": "{{name}}"}""");
            var listed = await server.EventsAsync("ListConnections", "{}");

            described["ConnectionState"]!.GetValue<string>().ShouldBe("AUTHORIZED");
            string.Concat(created.ToJsonString(), described.ToJsonString(), listed.ToJsonString()).ShouldNotContain("hush");
        }

        (await server.EventsAsync("DescribeConnection", """{"Name": "user"}"""))["AuthParameters"]!["BasicAuthParameters"]!["Username"]!.GetValue<string>().ShouldBe("me");
        await server.EventsAsync("DeleteConnection", """{"Name": "user"}""");
        (await server.RefusedEventsAsync("DescribeConnection", """{"Name": "user"}"""))
            .ShouldBe(("ResourceNotFoundException", "Failed to describe the connection(s). Connection 'user' does not exist."));
    }

    [Theory]
    [InlineData("""{"Name": "c", "AuthorizationType": "KEY"}""", "1 validation error detected: Value 'KEY' at 'authorizationType' failed to satisfy constraint: Member must satisfy enum value set: [BASIC, OAUTH_CLIENT_CREDENTIALS, API_KEY]")]
    [InlineData("""{"Name": "c", "AuthorizationType": "API_KEY", "AuthParameters": {}}""", "Authorization parameters for API_KEY are missing or incomplete.")]
    [InlineData("""{"Name": "c", "AuthorizationType": "OAUTH_CLIENT_CREDENTIALS"}""", "Authorization parameters for OAUTH_CLIENT_CREDENTIALS are missing or incomplete.")]
    public async Task CreateConnection_Malformed_IsRefused(string body, string message) =>
        (await server.RefusedEventsAsync("CreateConnection", body)).ShouldBe(("ValidationException", message));

    [Fact]
    public async Task ApiDestination_CreatedUpdatedDeleted_IsAsAsked()
    {
        await server.ApiDestinationAsync("dest", "http://one/");
        await server.EventsAsync("UpdateApiDestination", """{"Name": "dest", "InvocationEndpoint": "https://two/x", "InvocationRateLimitPerSecond": 7}""");

        var described = await server.EventsAsync("DescribeApiDestination", """{"Name": "dest"}""");
        described["InvocationEndpoint"]!.GetValue<string>().ShouldBe("https://two/x");
        described["InvocationRateLimitPerSecond"]!.GetValue<int>().ShouldBe(7);
        described["HttpMethod"]!.GetValue<string>().ShouldBe("POST");
        (await server.EventsAsync("ListApiDestinations", """{"NamePrefix": "dest"}"""))["ApiDestinations"]!.AsArray().Count.ShouldBe(1);

        await server.EventsAsync("DeleteApiDestination", """{"Name": "dest"}""");
        (await server.RefusedEventsAsync("DescribeApiDestination", """{"Name": "dest"}"""))
            .ShouldBe(("ResourceNotFoundException", "Failed to describe the api-destination(s). An api-destination 'dest' does not exist."));
    }

    [Fact]
    public async Task CreateApiDestination_SeveralFaults_ListsThemAll()
    {
        var (code, message) = await server.RefusedEventsAsync(
            "CreateApiDestination", """{"Name": "d", "ConnectionArn": "nothing", "InvocationEndpoint": "ftp://x", "HttpMethod": "SEND"}""");

        code.ShouldBe("ValidationException");
        // That the endpoint is none of the web is told once the rest holds.
        message.ShouldStartWith("2 validation errors detected: ");
        message.ShouldContain("'nothing' at 'connectionArn'");
        message.ShouldContain("'SEND' at 'httpMethod' failed to satisfy constraint: Member must satisfy enum value set: [HEAD, POST, PATCH, DELETE, PUT, GET, OPTIONS]");
    }

    [Theory]
    [InlineData("""{\"detail\": {\"n\": [{\"numeric\": [\">\", 1]}]}}""", true)]
    [InlineData("""{\"detail\": {\"n\": [{\"numeric\": [\">\", 2]}]}}""", false)]
    public async Task TestEventPattern_Event_TellsWhetherItMatches(string pattern, bool expected)
    {
        const string Event = """{\"id\": \"1\", \"detail-type\": \"t\", \"source\": \"s\", \"account\": \"1\", \"time\": \"2026-01-01T00:00:00Z\", \"region\": \"r\", \"detail\": {\"n\": 2}}""";

        (await server.EventsAsync("TestEventPattern", $$"""{"EventPattern": "{{pattern}}", "Event": "{{Event}}"}"""))["Result"]!.GetValue<bool>().ShouldBe(expected);
    }

    [Theory]
    [InlineData("plain text")]
    [InlineData("[]")]
    [InlineData("""{\"testEvent\": \"value\"}""")]
    public async Task TestEventPattern_NoEvent_IsRefused(string @event) =>
        (await server.RefusedEventsAsync("TestEventPattern", $$"""{"EventPattern": "{\"a\": [1]}", "Event": "{{@event}}"}"""))
            .ShouldBe(("ValidationException", "Parameter Event is not valid."));
}
