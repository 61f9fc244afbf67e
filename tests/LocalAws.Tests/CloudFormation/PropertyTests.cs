using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using LocalAws.Tests.EventBridge;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.CloudFormation;

/// <summary>What a template says is honoured or refused, and never passed over.</summary>
public sealed class PropertyTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>, IDisposable
{
    private const string Json = "application/x-amz-json-1.1";

    private readonly AmazonCloudFormationClient _client = server.CloudFormation();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(
        "AWS::Events::Rule", """{ EventPattern: { source: [x] }, Targets: [{ Id: a, Arn: 'arn:aws:sqs:us-east-1:000000000000:q', SqsParamters: { MessageGroupId: g } }] }""",
        "#/Targets: extraneous key [SqsParamters] is not permitted")]
    [InlineData(
        "AWS::Events::Rule", """{ EventPattern: { source: [x] }, Targets: [{ Id: a, Arn: 'arn:aws:sqs:us-east-1:000000000000:q', RetryPolicy: { Maximum: 1 } }] }""",
        "#/Targets: malformed at $[0].RetryPolicy.Maximum")]
    [InlineData(
        "AWS::Events::Connection", "{ AuthorizationType: BASIC, AuthParameters: { BasicAuthParameters: { Username: u, Password: p }, Other: {} } }",
        "#/AuthParameters: malformed at $.Other")]
    [InlineData("AWS::SSM::Parameter", "{ Type: String, Value: v, Tier: Advanced, Policies: 'none' }", "Policies must be a JSON array.")]
    [InlineData("AWS::SecretsManager::Secret", "{ SecretString: s, GenerateSecretString: {} }", "SecretString and GenerateSecretString cannot be given together.")]
    [InlineData("AWS::SecretsManager::Secret", "{ GenerateSecretString: { GenerateStringKey: k } }", "SecretStringTemplate and GenerateStringKey must be given together.")]
    [InlineData("AWS::SSM::Parameter", "{ Type: String, Value: '{{resolve:ssm:/none}}' }", "Parameters: [/none] cannot be found.")]
    public async Task Create_WithWhatTheTypeDoesNotKnow_FailsTheResource(string type, string properties, string reason)
    {
        var name = $"unknown-{Guid.NewGuid():N}";

        var stack = await _client.CreateAsync(name, $"Resources: {{ One: {{ Type: '{type}', Properties: {properties} }} }}");

        stack.StackStatus.ShouldBe(StackStatus.ROLLBACK_COMPLETE);
        var events = await _client.DescribeStackEventsAsync(new DescribeStackEventsRequest { StackName = name }, TestContext.Current.CancellationToken);
        events.StackEvents!.Single(static happened => happened.ResourceStatus!.Value == "CREATE_FAILED").ResourceStatusReason!.ShouldContain(reason);
    }

    [Fact]
    public async Task Parameter_WithPolicies_HasThemUntilTheTemplateHasNot()
    {
        const string Policy = """[{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"2027-01-01T00:00:00.000Z"}}]""";
        await _client.CreateAsync("policies", Template($", Policies: '{Policy}'"));
        (await DescribeAsync())["Policies"]!.AsArray().ShouldHaveSingleItem()!["PolicyType"]!.GetValue<string>().ShouldBe("Expiration");

        (await _client.UpdateAsync("policies", Template(""))).StackStatus.ShouldBe(StackStatus.UPDATE_COMPLETE);

        (await DescribeAsync())["Policies"]?.AsArray().ShouldBeEmpty();

        static string Template(string policies) =>
            $"Resources: {{ One: {{ Type: AWS::SSM::Parameter, Properties: {{ Name: /with/policies, Type: String, Value: v, Tier: Advanced{policies} }} }} }}";

        async Task<System.Text.Json.Nodes.JsonNode> DescribeAsync()
        {
            var (_, body, _) = await server.JsonAsync(
                "AmazonSSM.DescribeParameters", """{"ParameterFilters":[{"Key":"Name","Values":["/with/policies"]}]}""", Json);
            return body["Parameters"]!.AsArray().ShouldHaveSingleItem()!;
        }
    }

    [Fact]
    public async Task Bus_Updated_ChangesInEveryProperty()
    {
        await _client.CreateAsync("bus", Template("one", "a"));

        (await _client.UpdateAsync("bus", Template("two", "b"))).StackStatus.ShouldBe(StackStatus.UPDATE_COMPLETE);

        var bus = await server.EventsAsync("DescribeEventBus", """{"Name":"changing"}""");
        bus["Description"]!.GetValue<string>().ShouldBe("two");
        bus["KmsKeyIdentifier"]!.GetValue<string>().ShouldBe("key-two");
        bus["DeadLetterConfig"]!["Arn"]!.GetValue<string>().ShouldBe("arn:aws:sqs:us-east-1:000000000000:two");
        bus["LogConfig"]!["IncludeDetail"]!.GetValue<string>().ShouldBe("FULL");
        var tags = await server.EventsAsync("ListTagsForResource", """{"ResourceARN":"arn:aws:events:us-east-1:000000000000:event-bus/changing"}""");
        tags["Tags"]!.AsArray().ShouldHaveSingleItem()!["Key"]!.GetValue<string>().ShouldBe("b");

        static string Template(string text, string tag) =>
            "Resources: { Bus: { Type: AWS::Events::EventBus, Properties: { Name: changing, LogConfig: { Level: INFO, IncludeDetail: FULL }, "
            + $"Description: {text}, KmsKeyIdentifier: key-{text}, Tags: [{{ Key: {tag}, Value: v }}], "
            + $"DeadLetterConfig: {{ Arn: 'arn:aws:sqs:us-east-1:000000000000:{text}' }} }} }} }}";
    }

    [Fact]
    public async Task RuleAndSecret_Updated_ChangeTheirTags()
    {
        await _client.CreateAsync("tags", Template("a"));

        (await _client.UpdateAsync("tags", Template("b"))).StackStatus.ShouldBe(StackStatus.UPDATE_COMPLETE);

        var rule = await server.EventsAsync("ListTagsForResource", """{"ResourceARN":"arn:aws:events:us-east-1:000000000000:rule/tagged"}""");
        rule["Tags"]!.AsArray().ShouldHaveSingleItem()!["Key"]!.GetValue<string>().ShouldBe("b");
        var (_, secret, _) = await server.JsonAsync("secretsmanager.DescribeSecret", """{"SecretId":"tagged"}""", Json);
        secret["Tags"]!.AsArray().ShouldHaveSingleItem()!["Key"]!.GetValue<string>().ShouldBe("b");
        secret["KmsKeyId"]!.GetValue<string>().ShouldBe("key-b");

        static string Template(string tag) =>
            $"Resources: {{ Rule: {{ Type: AWS::Events::Rule, Properties: {{ Name: tagged, EventPattern: {{ source: [x] }}, Tags: [{{ Key: {tag}, Value: v }}] }} }}, "
            + $"Secret: {{ Type: AWS::SecretsManager::Secret, Properties: {{ Name: tagged, SecretString: s, KmsKeyId: key-{tag}, Tags: [{{ Key: {tag}, Value: v }}] }} }} }}";
    }
}
