using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using LocalAws.Tests.EventBridge;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.CloudFormation;

/// <summary>The life of stacks, by the client of CloudFormation.</summary>
public sealed class StackTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>, IDisposable
{
    private readonly AmazonCloudFormationClient _client = server.CloudFormation();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Stack_CreatedUpdatedDeleted_BringsItsResourcesAlong()
    {
        const string Template = """
            Description: A queue
            Parameters:
              Seconds: { Type: Number, Default: 30 }
              Secret: { Type: String, Default: hush, NoEcho: true }
            Resources:
              Queue:
                Type: AWS::SQS::Queue
                Properties: { QueueName: life-queue, VisibilityTimeout: !Ref Seconds }
              Value:
                Type: AWS::SSM::Parameter
                Properties: { Name: /life/value, Type: String, Value: !Sub 'queue ${Queue.Arn}' }
            Outputs:
              Url: { Value: !Ref Queue, Description: Where, Export: { Name: life-url } }
            """;
        var created = await _client.CreateAsync("life", Template);
        created.StackStatus.ShouldBe(StackStatus.CREATE_COMPLETE);
        created.Description.ShouldBe("A queue");
        created.Output("Url").ShouldBe($"{server.Address}000000000000/life-queue");
        created.Parameters!.Single(static parameter => parameter.ParameterKey == "Secret").ParameterValue.ShouldBe("****");
        (await ValueAsync("/life/value")).ShouldBe("queue arn:aws:sqs:us-east-1:000000000000:life-queue");

        using var sqs = server.Sqs();
        await sqs.SendMessageAsync(created.Output("Url"), "still there", Cancellation);
        (await _client.UpdateAsync("life", null, ("Seconds", "99"))).StackStatus.ShouldBe(StackStatus.UPDATE_COMPLETE);
        var attributes = await sqs.GetQueueAttributesAsync(created.Output("Url"), ["VisibilityTimeout", "ApproximateNumberOfMessages"], Cancellation);
        attributes.VisibilityTimeout.ShouldBe(99);
        attributes.ApproximateNumberOfMessages.ShouldBe(1);

        await _client.DeleteStackAsync(new DeleteStackRequest { StackName = "life" }, Cancellation);
        (await _client.SettleAsync(created.StackId!)).StackStatus.ShouldBe(StackStatus.DELETE_COMPLETE);
        (await sqs.ListQueuesAsync("life", Cancellation)).QueueUrls.ShouldBeNull();
        var gone = await Should.ThrowAsync<AmazonCloudFormationException>(
            () => _client.DescribeStacksAsync(new DescribeStacksRequest { StackName = "life" }, Cancellation));
        gone.ErrorCode.ShouldBe("ValidationError");
        gone.Message.ShouldBe("Stack with id life does not exist");
        await _client.DeleteStackAsync(new DeleteStackRequest { StackName = "life" }, Cancellation);
    }

    [Fact]
    public async Task Create_ResourceFails_RollsBackAndSaysWhy()
    {
        await server.EventsAsync("CreateEventBus", """{"Name": "taken"}""");

        var stack = await _client.CreateAsync("broken", """
            Resources:
              Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: broken-queue } }
              Bus: { Type: AWS::Events::EventBus, Properties: { Name: taken }, DependsOn: Queue }
            """);

        stack.StackStatus.ShouldBe(StackStatus.ROLLBACK_COMPLETE);
        using var sqs = server.Sqs();
        (await sqs.ListQueuesAsync("broken", Cancellation)).QueueUrls.ShouldBeNull();
        var events = (await _client.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = "broken" }, Cancellation)).StackEvents!;
        events.Single(static happened => happened is { LogicalResourceId: "Bus", ResourceStatus.Value: "CREATE_FAILED" }).ResourceStatusReason!
            .ShouldContain("Event bus taken already exists.");
        events.ShouldContain(static happened => happened.LogicalResourceId == "Queue" && happened.ResourceStatus!.Value == "DELETE_COMPLETE");

        // Somebody else's bus is not the stack's to delete.
        await server.EventsAsync("DescribeEventBus", """{"Name": "taken"}""");
        var refused = await Should.ThrowAsync<AmazonCloudFormationException>(() => _client.UpdateAsync("broken", "Resources: {Q: {Type: AWS::SQS::Queue}}"));
        refused.Message.ShouldBe($"Stack:{stack.StackId} is in ROLLBACK_COMPLETE state and can not be updated.");
    }

    [Fact]
    public async Task Update_ResourceFails_RollsBackToWhatWas()
    {
        const string Before = """
            Resources:
              One: { Type: AWS::SSM::Parameter, Properties: { Name: /back/one, Type: String, Value: before } }
              Old: { Type: AWS::SSM::Parameter, Properties: { Name: /back/old, Type: String, Value: old } }
            Outputs: { V: { Value: !GetAtt One.Value } }
            """;
        await _client.CreateAsync("back", Before);

        var stack = await _client.UpdateAsync("back", """
            Resources:
              One: { Type: AWS::SSM::Parameter, Properties: { Name: /back/one, Type: String, Value: after } }
              New: { Type: AWS::SSM::Parameter, Properties: { Name: /back/new, Type: String, Value: new }, DependsOn: One }
              Bad: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 99999 }, DependsOn: New }
            """);

        stack.StackStatus.ShouldBe(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        stack.Output("V").ShouldBe("before");
        (await ValueAsync("/back/one")).ShouldBe("before");
        (await ValueAsync("/back/old")).ShouldBe("old");
        (await ValueAsync("/back/new")).ShouldBeNull();
        (await _client.UpdateAsync("back", Before.Replace("before", "later", StringComparison.Ordinal))).StackStatus.ShouldBe(StackStatus.UPDATE_COMPLETE);
        (await ValueAsync("/back/one")).ShouldBe("later");
    }

    [Fact]
    public async Task Update_NameChanges_ReplacesTheResourceAndThenDeletesTheOldOne()
    {
        const string Template = """
            Parameters: { Name: { Type: String } }
            Resources:
              Bus: { Type: AWS::Events::EventBus, Properties: { Name: !Ref Name } }
              Rule: { Type: AWS::Events::Rule, Properties: { Name: follows, EventBusName: !Ref Bus, EventPattern: { source: [x] } } }
            Outputs: { Arn: { Value: !GetAtt Bus.Arn } }
            """;
        await _client.CreateAsync("replace", Template, ("Name", "replace-1"));

        // The rule has the same name but needs another bus: AWS refuses to replace what is named by hand.
        var refused = await _client.UpdateAsync("replace", null, ("Name", "replace-2"));
        refused.StackStatus.ShouldBe(StackStatus.UPDATE_ROLLBACK_COMPLETE);
        await server.RefusedEventsAsync("DescribeEventBus", """{"Name": "replace-2"}""");

        var replaced = await _client.UpdateAsync("replace", Template.Replace("Name: follows, ", "", StringComparison.Ordinal), ("Name", "replace-2"));
        replaced.StackStatus.ShouldBe(StackStatus.UPDATE_COMPLETE);
        replaced.Output("Arn").ShouldEndWith("event-bus/replace-2");
        await server.RefusedEventsAsync("DescribeEventBus", """{"Name": "replace-1"}""");
        (await server.EventsAsync("ListRules", """{"EventBusName": "replace-2"}"""))["Rules"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Update_NothingChanges_IsRefused()
    {
        const string Template = """
            Parameters: { Unused: { Type: String, Default: a } }
            Resources: { Queue: { Type: AWS::SQS::Queue, Properties: { QueueName: same } } }
            """;
        await _client.CreateAsync("same", Template);

        foreach (var unused in new[] { "a", "b" })
        {
            var refused = await Should.ThrowAsync<AmazonCloudFormationException>(() => _client.UpdateAsync("same", Template, ("Unused", unused)));
            refused.ErrorCode.ShouldBe("ValidationError");
            refused.Message.ShouldBe("No updates are to be performed.");
        }
    }

    [Fact]
    public async Task Update_ConditionTurns_AddsAndRemovesResources()
    {
        const string Template = """
            Parameters: { Wanted: { Type: String } }
            Conditions: { IsWanted: !Equals [!Ref Wanted, 'yes'] }
            Resources:
              Always: { Type: AWS::SSM::Parameter, Properties: { Name: /cond/always, Type: String, Value: !If [IsWanted, !Ref Extra, none] } }
              Extra: { Type: AWS::SQS::Queue, Condition: IsWanted, Properties: { QueueName: cond-extra } }
            Outputs:
              Extra: { Condition: IsWanted, Value: !GetAtt Extra.QueueName }
            """;
        ((await _client.CreateAsync("cond", Template, ("Wanted", "no"))).Outputs ?? []).ShouldBeEmpty();
        (await ValueAsync("/cond/always")).ShouldBe("none");

        (await _client.UpdateAsync("cond", null, ("Wanted", "yes"))).Output("Extra").ShouldBe("cond-extra");
        (await ValueAsync("/cond/always"))!.ShouldEndWith("/cond-extra");

        (await _client.UpdateAsync("cond", null, ("Wanted", "no"))).StackStatus.ShouldBe(StackStatus.UPDATE_COMPLETE);
        (await ValueAsync("/cond/always")).ShouldBe("none");
        using var sqs = server.Sqs();
        (await sqs.ListQueuesAsync("cond-extra", Cancellation)).QueueUrls.ShouldBeNull();
    }

    [Theory]
    [InlineData("Resources: {}", "Template format error: At least one Resources member must be defined.")]
    [InlineData("Resources: {A: {Type: AWS::EC2::Instance}, B: {Type: Own::Type}}", "Template format error: Unrecognized resource types: [AWS::EC2::Instance, Own::Type]")]
    [InlineData("Resources: {A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Nope}}}", "Template format error: Unresolved resource dependencies [Nope] in the Resources block of the template")]
    [InlineData("Resources: {A: {Type: AWS::SQS::Queue, DependsOn: Nope}}", "Template format error: Unresolved resource dependencies [Nope] in the Resources block of the template")]
    [InlineData("Resources: {A: {Type: AWS::SQS::Queue}}\nOutputs: {O: {Value: !Ref Nope}}", "Template format error: Unresolved resource dependencies [Nope] in the Outputs block of the template")]
    [InlineData("Resources: {A: {Type: AWS::SQS::Queue}}\nOutputs: {O: {Value: !GetAtt A.Nope}}", "Template error: resource A does not support attribute type Nope in Fn::GetAtt")]
    [InlineData("Resources: {A: {Type: AWS::SQS::Queue, DependsOn: B}, B: {Type: AWS::SQS::Queue, Properties: {QueueName: !Sub '${A.QueueName}-b'}}}", "Circular dependency between resources: [A, B]")]
    [InlineData("Resources: {A: {Type: AWS::SQS::Queue, Condition: Nope}}", "Template format error: Unresolved condition dependency Nope in the Resources block of the template")]
    [InlineData("Resources: {A: {Properties: {}}}", "Template format error: [/Resources/A] Every Resources object must contain a Type member.")]
    [InlineData("Resources: {A-B: {Type: AWS::SQS::Queue}}", "Template format error: Resource name A-B is non alphanumeric.")]
    [InlineData("Nonsense: 1\nResources: {A: {Type: AWS::SQS::Queue}}", "Invalid template property or properties [Nonsense]")]
    [InlineData("Parameters: {P: {Type: Nope}}\nResources: {A: {Type: AWS::SQS::Queue}}", "Template format error: Unrecognized parameter type: Nope")]
    [InlineData("Parameters: {P: {Type: String}}\nResources: {A: {Type: AWS::SQS::Queue}}", "Parameters: [P] must have values")]
    [InlineData("Resources: [", "Template format error: YAML not well-formed. (line 2, column 1)")]
    public async Task Create_TemplateMalformed_IsRefusedAtOnce(string template, string message)
    {
        var refused = await Should.ThrowAsync<AmazonCloudFormationException>(() => _client.CreateAsync("never", template));

        refused.ErrorCode.ShouldBe("ValidationError");
        refused.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("{ VisibilityTimout: 5 }", "#: extraneous key [VisibilityTimout] is not permitted")]
    [InlineData("{ VisibilityTimeout: [5] }", "#/VisibilityTimeout: expected type: String, found: an object or an array")]
    [InlineData("{ VisibilityTimeout: -1 }", "Invalid value for the parameter VisibilityTimeout.")]
    public async Task Create_PropertyMalformed_FailsTheResource(string properties, string reason)
    {
        var name = $"prop-{Guid.NewGuid():N}";

        var stack = await _client.CreateAsync(name, $"Resources: {{ Queue: {{ Type: AWS::SQS::Queue, Properties: {properties} }} }}");

        stack.StackStatus.ShouldBe(StackStatus.ROLLBACK_COMPLETE);
        var events = (await _client.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = name }, Cancellation)).StackEvents!;
        events.Single(static happened => happened.ResourceStatus!.Value == "CREATE_FAILED").ResourceStatusReason!.ShouldContain(reason);
    }

    [Fact]
    public async Task Create_NameTaken_IsRefused()
    {
        await _client.CreateAsync("once", "Resources: { Queue: { Type: AWS::SQS::Queue } }");

        var refused = await Should.ThrowAsync<AlreadyExistsException>(() => _client.CreateAsync("once", "Resources: { Queue: { Type: AWS::SQS::Queue } }"));
        refused.Message.ShouldBe("Stack [once] already exists");
    }

    [Fact]
    public async Task Create_RoleWithoutAcknowledgement_IsRefused()
    {
        const string Template = "Resources: { Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {} } } }";

        var refused = await Should.ThrowAsync<InsufficientCapabilitiesException>(
            () => _client.CreateStackAsync(new CreateStackRequest { StackName = "role", TemplateBody = Template }, Cancellation));
        refused.Message.ShouldBe("Requires capabilities : [CAPABILITY_IAM]");
        (await _client.CreateAsync("role", Template)).StackStatus.ShouldBe(StackStatus.CREATE_COMPLETE);
    }

    [Fact]
    public async Task Create_JsonTemplateWithoutNames_NamesResourcesAfterTheStack()
    {
        var stack = await _client.CreateAsync("json", """
            {"Resources": {"Secret": {"Type": "AWS::SecretsManager::Secret", "Properties": {"SecretString": "s"}},
              "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["Dead", "Arn"]}, "maxReceiveCount": 3}}},
              "Dead": {"Type": "AWS::SQS::Queue"}},
             "Outputs": {"Name": {"Value": {"Fn::GetAtt": "Queue.QueueName"}}, "Secret": {"Value": {"Ref": "Secret"}}}}
            """);

        stack.StackStatus.ShouldBe(StackStatus.CREATE_COMPLETE);
        stack.Output("Name").ShouldMatch("^json-Queue-[A-Z0-9]{12}$");
        stack.Output("Secret").ShouldStartWith("arn:aws:secretsmanager:us-east-1:000000000000:secret:json-Secret-");
    }

    [Theory]
    [InlineData("ListStackResources", "StackResourceSummaries")]
    [InlineData("DescribeStackResources", "StackResources")]
    [InlineData("GetTemplate", "TemplateBody")]
    [InlineData("GetTemplateSummary", "ResourceTypes")]
    [InlineData("ListStacks", "StackSummaries")]
    public async Task Reads_OfAStack_TellOfIt(string action, string element)
    {
        if (await _client.DescribeStacksAsync(new DescribeStacksRequest(), Cancellation) is { Stacks: var all } && all?.Exists(static stack => stack.StackName == "read") != true)
        {
            await _client.CreateAsync("read", "Resources: { Queue: { Type: AWS::SQS::Queue } }");
        }

        var (status, body) = await server.QueryAsync("/", ("Version", "2010-05-15"), ("Action", action), ("StackName", "read"));

        status.ShouldBe(200);
        body.Text(element).ShouldContain(action == "ListStacks" ? "read" : "AWS::SQS::Queue");
    }

    [Fact]
    public async Task ValidateTemplate_Template_TellsItsParameters()
    {
        var (status, body) = await server.QueryAsync(
            "/", ("Version", "2010-05-15"), ("Action", "ValidateTemplate"),
            ("TemplateBody", "Parameters: { P: { Type: String, Default: d, NoEcho: true } }\nResources: { Role: { Type: AWS::IAM::Role } }"));

        status.ShouldBe(200);
        (body.Text("ParameterKey"), body.Text("DefaultValue"), body.Text("NoEcho"), body.Text("Capabilities")).ShouldBe(("P", "d", "true", "CAPABILITY_IAM"));
    }

    private async Task<string?> ValueAsync(string name)
    {
        using var ssm = server.Ssm();
        try
        {
            return (await ssm.GetParameterAsync(new Amazon.SimpleSystemsManagement.Model.GetParameterRequest { Name = name }, Cancellation)).Parameter.Value;
        }
        catch (Amazon.SimpleSystemsManagement.Model.ParameterNotFoundException)
        {
            return null;
        }
    }
}
