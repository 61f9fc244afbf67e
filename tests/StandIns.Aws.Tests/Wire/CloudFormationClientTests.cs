using System.Net;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime;

namespace StandIns.Aws.Tests.Wire;

public sealed class CloudFormationClientTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateStack_ATemplate_IsAFormSignedForCloudFormation()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Xml("CreateStack", "<StackId>arn:stack</StackId>"));
        using var client = Connect(aws);

        var response = await client.CreateStackAsync(
            new CreateStackRequest
            {
                StackName = "sls-observe",
                TemplateBody = "Resources: {}\n",
                Parameters =
                [
                    new Parameter { ParameterKey = "FlowControl", ParameterValue = "true" },
                    new Parameter { ParameterKey = "Key & more", UsePreviousValue = true },
                ],
                Capabilities = [Capability.CAPABILITY_NAMED_IAM],
                Tags = [new Tag { Key = "a", Value = "b" }],
                OnFailure = OnFailure.DELETE,
                TimeoutInMinutes = 5,
            },
            Token);

        response.StackId.ShouldBe("arn:stack");
        response.ResponseMetadata.RequestId.ShouldBe("request-xml");
        aws.Call.Headers["Content-Type"].ShouldStartWith("application/x-www-form-urlencoded");
        aws.Call.Scope.ShouldBe("eu-west-1/cloudformation");
        aws.Call.Form.ShouldBe(
            new Dictionary<string, string>
            {
                ["Action"] = "CreateStack",
                ["Version"] = "2010-05-15",
                ["StackName"] = "sls-observe",
                ["TemplateBody"] = "Resources: {}\n",
                ["Parameters.member.1.ParameterKey"] = "FlowControl",
                ["Parameters.member.1.ParameterValue"] = "true",
                ["Parameters.member.2.ParameterKey"] = "Key & more",
                ["Parameters.member.2.UsePreviousValue"] = "true",
                ["Capabilities.member.1"] = "CAPABILITY_NAMED_IAM",
                ["Tags.member.1.Key"] = "a",
                ["Tags.member.1.Value"] = "b",
                ["OnFailure"] = "DELETE",
                ["TimeoutInMinutes"] = "5",
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task UpdateStack_OnlyParameters_KeepsTheTemplate()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Xml("UpdateStack", "<StackId>arn:stack</StackId>"));
        using var client = Connect(aws);

        await client.UpdateStackAsync(
            new UpdateStackRequest
            {
                StackName = "s",
                UsePreviousTemplate = true,
                Parameters = [new Parameter { ParameterKey = "FlowControl", ParameterValue = "false" }],
            },
            Token);

        aws.Call.Form["Action"].ShouldBe("UpdateStack");
        aws.Call.Form["UsePreviousTemplate"].ShouldBe("true");
        aws.Call.Form.ShouldNotContainKey("TemplateBody");
    }

    [Fact]
    public async Task DescribeStacks_AStack_IsReadWithItsLists()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Xml("DescribeStacks", """
            <Stacks><member>
              <StackId>arn:stack</StackId><StackName>s</StackName><StackStatus>UPDATE_COMPLETE</StackStatus>
              <CreationTime>2026-01-01T00:00:00.500Z</CreationTime><DisableRollback>false</DisableRollback>
              <Parameters><member><ParameterKey>FlowControl</ParameterKey><ParameterValue>true</ParameterValue></member></Parameters>
              <Outputs>
                <member><OutputKey>QueueUrl</OutputKey><OutputValue>http://q</OutputValue><Description>d</Description></member>
                <member><OutputKey>EventBusName</OutputKey><OutputValue>bus</OutputValue></member>
              </Outputs>
              <Capabilities><member>CAPABILITY_IAM</member></Capabilities>
              <Tags/>
            </member></Stacks>
            """));
        using var client = Connect(aws);

        var response = await client.DescribeStacksAsync(new DescribeStacksRequest { StackName = "s" }, Token);

        var stack = response.Stacks.ShouldNotBeNull().ShouldHaveSingleItem();
        stack.StackStatus.ShouldBe(StackStatus.UPDATE_COMPLETE);
        stack.CreationTime.ShouldBe(new DateTime(2026, 1, 1, 0, 0, 0, 500, DateTimeKind.Utc));
        stack.DisableRollback.ShouldBe(false);
        stack.Parameters!.Single().ParameterValue.ShouldBe("true");
        stack.Outputs!.ToDictionary(output => output.OutputKey!, output => output.OutputValue)
            .ShouldBe(new Dictionary<string, string?> { ["QueueUrl"] = "http://q", ["EventBusName"] = "bus" });
        stack.Capabilities.ShouldBe(["CAPABILITY_IAM"]);
        stack.Tags.ShouldNotBeNull().ShouldBeEmpty();
        stack.LastUpdatedTime.ShouldBeNull();
    }

    [Fact]
    public async Task DescribeStackEvents_Events_AreRead()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Xml("DescribeStackEvents", """
            <StackEvents><member>
              <EventId>e</EventId><LogicalResourceId>Queue</LogicalResourceId><ResourceType>AWS::SQS::Queue</ResourceType>
              <ResourceStatus>CREATE_FAILED</ResourceStatus><ResourceStatusReason>because</ResourceStatusReason>
              <Timestamp>2026-01-01T00:00:00Z</Timestamp>
            </member></StackEvents>
            """));
        using var client = Connect(aws);

        var response = await client.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = "s" }, Token);

        var failed = response.StackEvents!.Single();
        failed.ResourceStatus.ShouldBe(ResourceStatus.CREATE_FAILED);
        failed.ResourceStatusReason.ShouldBe("because");
        failed.Timestamp.ShouldBe(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task DeleteStack_AnAnswerWithoutResult_IsAnAnswer()
    {
        await using var aws = await FakeAws.StartAsync(new FakeAnswer(200, "text/xml", """
            <DeleteStackResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
              <ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>
            </DeleteStackResponse>
            """));
        using var client = Connect(aws);

        var response = await client.DeleteStackAsync(new DeleteStackRequest { StackName = "s", RetainResources = ["Queue"] }, Token);

        response.ResponseMetadata.RequestId.ShouldBe("r");
        aws.Call.Form["RetainResources.member.1"].ShouldBe("Queue");
    }

    [Fact]
    public async Task CreateStack_AnExistingName_IsTyped()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.XmlError("AlreadyExistsException", "Stack [s] already exists"));
        using var client = Connect(aws);

        var error = await Should.ThrowAsync<AlreadyExistsException>(
            () => client.CreateStackAsync(new CreateStackRequest { StackName = "s" }, Token));

        error.ErrorCode.ShouldBe("AlreadyExistsException");
        error.ErrorType.ShouldBe(ErrorType.Sender);
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        error.RequestId.ShouldBe("request-xml");
    }

    [Fact]
    public async Task UpdateStack_NothingChanges_IsAValidationError()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.XmlError("ValidationError", "No updates are to be performed."));
        using var client = Connect(aws);

        var error = await Should.ThrowAsync<AmazonCloudFormationException>(
            () => client.UpdateStackAsync(new UpdateStackRequest { StackName = "s" }, Token));

        error.ErrorCode.ShouldBe("ValidationError");
        error.Message.ShouldBe("No updates are to be performed.");
    }

    [Fact]
    public async Task DescribeStacks_AnErrorThatIsNotXml_KeepsItsStatus()
    {
        await using var aws = await FakeAws.StartAsync(new FakeAnswer(404, "text/html", "<html>not here"));
        using var client = Connect(aws);

        var error = await Should.ThrowAsync<AmazonCloudFormationException>(
            () => client.DescribeStacksAsync(new DescribeStacksRequest(), Token));

        error.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task DescribeStacks_Unavailable_IsTriedAgain()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Unavailable, FakeAnswer.Xml("DescribeStacks", "<Stacks/>"));
        using var client = Connect(aws);

        var response = await client.DescribeStacksAsync(new DescribeStacksRequest(), Token);

        response.Stacks.ShouldNotBeNull().ShouldBeEmpty();
        aws.Calls.Count.ShouldBe(2);
    }

    private static AmazonCloudFormationClient Connect(FakeAws aws) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonCloudFormationConfig { ServiceURL = aws.Url.ToString(), AuthenticationRegion = "eu-west-1" });
}
