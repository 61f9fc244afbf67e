using System.Net;
using System.Text;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using CsCheck;

namespace StandIns.Aws.Tests.Wire;

public sealed class EventBridgeClientTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task PutEvents_AnEntry_IsPostedAsJsonSignedForEvents()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Json("""{"Entries":[{"EventId":"id-1"}],"FailedEntryCount":0}"""));
        using var client = Connect(aws);

        var response = await client.PutEventsAsync(
            new PutEventsRequest
            {
                Entries =
                [
                    new PutEventsRequestEntry
                    {
                        Source = "notification",
                        DetailType = "order-notify",
                        Detail = """{"order_id":"1"}""",
                        EventBusName = "bus",
                        Resources = ["arn:aws:lambda:eu-west-1:000000000000:function:f"],
                        Time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                        TraceHeader = "Root=1-0-0",
                    },
                ],
            },
            Token);

        aws.Call.Path.ShouldBe("/");
        aws.Call.Target.ShouldBe("AWSEvents.PutEvents");
        aws.Call.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.1");
        aws.Call.Headers["x-amz-api-version"].ShouldBe("2015-10-07");
        aws.Call.Scope.ShouldBe("eu-west-1/events");
        aws.Call.Body.ShouldBe(
            """{"Entries":[{"Detail":"{\"order_id\":\"1\"}","DetailType":"order-notify","EventBusName":"bus","Resources":""" +
            """["arn:aws:lambda:eu-west-1:000000000000:function:f"],"Source":"notification","Time":1767225600,"TraceHeader":"Root=1-0-0"}]}""");
        response.Entries.ShouldNotBeNull().ShouldHaveSingleItem().EventId.ShouldBe("id-1");
        response.FailedEntryCount.ShouldBe(0);
        response.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        response.ResponseMetadata.RequestId.ShouldBe("request-1");
    }

    [Fact]
    public async Task PutEvents_AFailedEntry_IsAValueNotAnException()
    {
        await using var aws = await FakeAws.StartAsync(
            FakeAnswer.Json("""{"Entries":[{"ErrorCode":"ThrottlingException","ErrorMessage":"slow down"}],"FailedEntryCount":1}"""));
        using var client = Connect(aws);

        var response = await client.PutEventsAsync(new PutEventsRequest { Entries = [new() { Detail = "{}" }] }, Token);

        response.FailedEntryCount.ShouldBe(1);
        response.Entries!.Single().ErrorCode.ShouldBe("ThrottlingException");
        response.Entries!.Single().EventId.ShouldBeNull();
    }

    [Fact]
    public async Task PutEvents_AnyText_ArrivesAsItWas()
    {
        await using var aws = await FakeAws.StartAsync();
        using var client = Connect(aws);

        await Gen.String.SampleAsync(
            async text =>
            {
                await client.PutEventsAsync(new PutEventsRequest { Entries = [new() { Detail = text }] }, Token);

                // Text that is no valid UTF-16 cannot be sent; its bad halves are replaced.
                var sent = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
                aws.Calls[^1].Json.GetProperty("Entries")[0].GetProperty("Detail").GetString().ShouldBe(sent);
            },
            iter: 30,
            threads: 1);
    }

    [Theory]
    [InlineData(1767225600, "1767225600")]
    [InlineData(1767225600.25, "1767225600.25")]
    public async Task PutEvents_ATime_IsSecondsWithAFractionOnlyIfThereIsOne(double seconds, string expected)
    {
        await using var aws = await FakeAws.StartAsync();
        using var client = Connect(aws);

        await client.PutEventsAsync(new PutEventsRequest { Entries = [new() { Time = DateTime.UnixEpoch.AddSeconds(seconds) }] }, Token);

        aws.Call.Json.GetProperty("Entries")[0].GetProperty("Time").GetRawText().ShouldBe(expected);
    }

    [Fact]
    public async Task PutRule_AState_IsItsText()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Json("""{"RuleArn":"arn:rule"}"""));
        using var client = Connect(aws);

        var response = await client.PutRuleAsync(
            new PutRuleRequest { Name = "r", EventBusName = "b", EventPattern = """{"a":[1]}""", State = RuleState.DISABLED }, Token);

        response.RuleArn.ShouldBe("arn:rule");
        aws.Call.Body.ShouldBe("""{"EventBusName":"b","EventPattern":"{\"a\":[1]}","Name":"r","State":"DISABLED"}""");
    }

    [Fact]
    public async Task DescribeRule_AnAnswer_IsReadWithUnknownStates()
    {
        await using var aws = await FakeAws.StartAsync(
            FakeAnswer.Json("""{"Name":"r","State":"ENABLED","Unknown":{"x":1}}"""), FakeAnswer.Json("""{"Name":"r","State":"NEW_ONE"}"""));
        using var client = Connect(aws);

        (await client.DescribeRuleAsync(new DescribeRuleRequest { Name = "r" }, Token)).State.ShouldBe(RuleState.ENABLED);
        (await client.DescribeRuleAsync(new DescribeRuleRequest { Name = "r" }, Token)).State!.Value.ShouldBe("NEW_ONE");
    }

    [Fact]
    public async Task PutTargets_AnApiDestination_CarriesItsPolicies()
    {
        await using var aws = await FakeAws.StartAsync(
            FakeAnswer.Json("""{"FailedEntries":[{"TargetId":"t","ErrorCode":"x","ErrorMessage":"y"}],"FailedEntryCount":1}"""));
        using var client = Connect(aws);

        var response = await client.PutTargetsAsync(
            new PutTargetsRequest
            {
                Rule = "r",
                Targets =
                [
                    new Target
                    {
                        Id = "t",
                        Arn = "arn:dest",
                        RetryPolicy = new() { MaximumEventAgeInSeconds = 60, MaximumRetryAttempts = 0 },
                        DeadLetterConfig = new DeadLetterConfig { Arn = "arn:dlq" },
                        HttpParameters = new HttpParameters { HeaderParameters = new() { ["x-a"] = "b" } },
                    },
                ],
            },
            Token);

        aws.Call.Body.ShouldBe(
            """{"Rule":"r","Targets":[{"Arn":"arn:dest","DeadLetterConfig":{"Arn":"arn:dlq"},"HttpParameters":{"HeaderParameters":""" +
            """{"x-a":"b"}},"Id":"t","RetryPolicy":{"MaximumEventAgeInSeconds":60,"MaximumRetryAttempts":0}}]}""");
        response.FailedEntries!.Single().TargetId.ShouldBe("t");
    }

    [Fact]
    public async Task CreateConnection_AnApiKey_IsNested()
    {
        await using var aws = await FakeAws.StartAsync(
            FakeAnswer.Json("""{"ConnectionArn":"arn:c","ConnectionState":"AUTHORIZED","CreationTime":1767225600.5}"""));
        using var client = Connect(aws);

        var response = await client.CreateConnectionAsync(
            new CreateConnectionRequest
            {
                Name = "c",
                AuthorizationType = ConnectionAuthorizationType.API_KEY,
                AuthParameters = new() { ApiKeyAuthParameters = new() { ApiKeyName = "x-api-key", ApiKeyValue = "secret" } },
            },
            Token);

        aws.Call.Body.ShouldBe(
            """{"AuthorizationType":"API_KEY","AuthParameters":{"ApiKeyAuthParameters":""" +
            """{"ApiKeyName":"x-api-key","ApiKeyValue":"secret"}},"Name":"c"}""");
        response.ConnectionState.ShouldBe(ConnectionState.AUTHORIZED);
        response.CreationTime.ShouldBe(new DateTime(2026, 1, 1, 0, 0, 0, 500, DateTimeKind.Utc));
        response.CreationTime!.Value.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task DeleteRule_AnAnswerWithoutBody_IsAnAnswer()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Json(""));
        using var client = Connect(aws);

        var response = await client.DeleteRuleAsync(new DeleteRuleRequest { Name = "r" }, Token);

        response.ResponseMetadata.RequestId.ShouldBe("request-1");
    }

    [Fact]
    public async Task EveryOperation_IsNamedByItsTarget()
    {
        await using var aws = await FakeAws.StartAsync();
        using var client = Connect(aws);

        await client.CreateEventBusAsync(new CreateEventBusRequest { Name = "b" }, Token);
        await client.DescribeEventBusAsync(new DescribeEventBusRequest { Name = "b" }, Token);
        await client.ListEventBusesAsync(new ListEventBusesRequest(), Token);
        await client.DeleteEventBusAsync(new DeleteEventBusRequest { Name = "b" }, Token);
        await client.ListRulesAsync(new ListRulesRequest { Limit = 3 }, Token);
        await client.RemoveTargetsAsync(new RemoveTargetsRequest { Ids = ["t"], Rule = "r" }, Token);
        await client.ListTargetsByRuleAsync(new ListTargetsByRuleRequest { Rule = "r" }, Token);
        await client.CreateApiDestinationAsync(new CreateApiDestinationRequest { HttpMethod = ApiDestinationHttpMethod.POST }, Token);
        await client.TestEventPatternAsync(new TestEventPatternRequest { Event = "{}", EventPattern = "{}" }, Token);

        aws.Calls.Select(call => $"{call.Target} {call.Body}").ShouldBe(
        [
            """AWSEvents.CreateEventBus {"Name":"b"}""",
            """AWSEvents.DescribeEventBus {"Name":"b"}""",
            "AWSEvents.ListEventBuses {}",
            """AWSEvents.DeleteEventBus {"Name":"b"}""",
            """AWSEvents.ListRules {"Limit":3}""",
            """AWSEvents.RemoveTargets {"Ids":["t"],"Rule":"r"}""",
            """AWSEvents.ListTargetsByRule {"Rule":"r"}""",
            """AWSEvents.CreateApiDestination {"HttpMethod":"POST"}""",
            """AWSEvents.TestEventPattern {"Event":"{}","EventPattern":"{}"}""",
        ]);
    }

    [Fact]
    public async Task DescribeEventBus_MissingBus_IsTyped()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.JsonError("ResourceNotFoundException", "no bus"));
        using var client = Connect(aws);

        var error = await Should.ThrowAsync<ResourceNotFoundException>(
            () => client.DescribeEventBusAsync(new DescribeEventBusRequest { Name = "b" }, Token));

        error.ErrorCode.ShouldBe("ResourceNotFoundException");
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        error.Message.ShouldBe("no bus");
        error.RequestId.ShouldBe("request-1");
    }

    [Fact]
    public async Task PutRule_UnknownError_IsTheServicesOwn()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.JsonError("ValidationException", "name missing"));
        using var client = Connect(aws);

        var error = await Should.ThrowAsync<AmazonEventBridgeException>(() => client.PutRuleAsync(new PutRuleRequest(), Token));

        error.ShouldBeOfType<AmazonEventBridgeException>();
        error.ErrorCode.ShouldBe("ValidationException");
    }

    [Fact]
    public async Task PutEvents_Unavailable_IsTriedAgain()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Unavailable, FakeAnswer.Json("""{"FailedEntryCount":0}"""));
        using var client = Connect(aws);

        var response = await client.PutEventsAsync(new PutEventsRequest { Entries = [new() { Detail = "{}" }] }, Token);

        response.FailedEntryCount.ShouldBe(0);
        aws.Calls.Select(call => call.Headers["amz-sdk-request"]).ShouldBe(["attempt=1; max=3", "attempt=2; max=3"]);
        aws.Calls[1].Body.ShouldBe(aws.Calls[0].Body);
    }

    [Fact]
    public async Task PutEvents_AlwaysUnavailable_FailsAfterThreeAttempts()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Unavailable, FakeAnswer.Unavailable, FakeAnswer.Unavailable);
        using var client = Connect(aws);

        var error = await Should.ThrowAsync<AmazonEventBridgeException>(() => client.PutEventsAsync(new PutEventsRequest(), Token));

        error.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        aws.Calls.Count.ShouldBe(3);
    }

    private static AmazonEventBridgeClient Connect(FakeAws aws) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonEventBridgeConfig { ServiceURL = aws.Url.ToString(), AuthenticationRegion = "eu-west-1" });
}
