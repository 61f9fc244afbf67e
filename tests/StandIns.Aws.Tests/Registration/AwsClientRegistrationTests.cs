using System.Globalization;
using Amazon;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Amazon.SQS;
using Amazon.SQS.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServiceDefaults;
using ServiceDefaults.Aws;
using StandIns.Aws.Tests.Wire;

namespace StandIns.Aws.Tests.Registration;

public sealed class AwsClientRegistrationTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddAwsClient_Local_EveryServiceCallsTheEmulatorInTheSessionsRegion()
    {
        await using var aws = await FakeAws.StartAsync();
        using var host = Build(Local(aws));

        var services = host.Services;
        await services.GetRequiredService<IAmazonEventBridge>().ListRulesAsync(new ListRulesRequest(), Token);
        await services.GetRequiredService<IAmazonSecretsManager>().GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" }, Token);
        await services.GetRequiredService<IAmazonSQS>().GetQueueUrlAsync(new GetQueueUrlRequest { QueueName = "q" }, Token);
        await services.GetRequiredService<IAmazonSimpleSystemsManagement>().GetParameterAsync(new GetParameterRequest { Name = "p" }, Token);

        aws.Calls.Select(call => $"{call.Target} {call.Scope} {call.AccessKey}").ShouldBe(
        [
            "AWSEvents.ListRules eu-central-1/events accessKey",
            "secretsmanager.GetSecretValue eu-central-1/secretsmanager accessKey",
            "AmazonSQS.GetQueueUrl eu-central-1/sqs accessKey",
            "AmazonSSM.GetParameter eu-central-1/ssm accessKey",
        ]);
        aws.Calls.ShouldAllBe(call => call.Headers["X-Amz-Security-Token"] == "token");
    }

    [Fact]
    public async Task AddAwsClient_Local_ReceiveMessageReadsMessagesAndAttributes()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Json("""
            {"Messages":[{"MessageId":"1","ReceiptHandle":"h","Body":"{}","MD5OfBody":"99914b932bd37a50b983c5e7c90ae93b",
             "Attributes":{"ApproximateReceiveCount":"2","AWSTraceHeader":"Root=1-a-b"}}]}
            """));
        using var host = Build(Local(aws));

        var response = await host.Services.GetRequiredService<IAmazonSQS>().ReceiveMessageAsync(
            new ReceiveMessageRequest
            {
                QueueUrl = "http://elsewhere.invalid/000000000000/q",
                WaitTimeSeconds = 20,
                MessageSystemAttributeNames = ["All"],
            },
            Token);

        var message = response.Messages.ShouldHaveSingleItem();
        message.ReceiptHandle.ShouldBe("h");
        message.Attributes["AWSTraceHeader"].ShouldBe("Root=1-a-b");
        aws.Call.Json.GetProperty("WaitTimeSeconds").GetInt32().ShouldBe(20);
    }

    [Fact]
    public void AddAwsClient_LocalWithAwsRegionOnly_SignsForIt()
    {
        using var host = Build(new() { ["LocalStack:UseLocalStack"] = "true", ["AWS:Region"] = "eu-west-3" });

        host.Services.GetRequiredService<IAmazonSQS>().Config.AuthenticationRegion.ShouldBe("eu-west-3");
        host.Services.GetRequiredService<AwsEnvironment>().ShouldBe(new AwsEnvironment(true, "eu-west-3"));
    }

    [Fact]
    public void AddAwsClient_LocalWithoutAnything_HasLocalStacksDefaults()
    {
        using var host = Build(new() { ["LocalStack:UseLocalStack"] = "true" });

        var config = host.Services.GetRequiredService<IAmazonEventBridge>().Config;

        config.ServiceURL.TrimEnd('/').ShouldBe("http://localhost.localstack.cloud:4566");
        config.AuthenticationRegion.ShouldBe("us-east-1");
    }

    [Fact]
    public void AddAwsClient_Aws_IsTheSdksOwnClientInTheRegion()
    {
        using var profile = new AwsProfile();
        using var host = Build(profile.In("eu-west-1"));

        var events = host.Services.GetRequiredService<IAmazonEventBridge>();
        var queues = host.Services.GetRequiredService<IAmazonSQS>();

        events.ShouldBeOfType<AmazonEventBridgeClient>();
        events.Config.RegionEndpoint.ShouldBe(RegionEndpoint.EUWest1);
        events.Config.ServiceURL.ShouldBeNull();
        queues.Config.RegionEndpoint.ShouldBe(RegionEndpoint.EUWest1);
        queues.Config.RetryMode.ShouldBe(RequestRetryMode.Standard);
        queues.Config.MaxErrorRetry.ShouldBe(2);
    }

    [Fact]
    public void AddAwsClient_AwsWithoutRegion_IsRefusedByKey()
    {
        var error = Should.Throw<OptionsValidationException>(() => Build([]));

        error.Failures.ShouldHaveSingleItem().ShouldBe(
            "AWS:Region is not set: name the AWS Region to use, such as eu-west-1, or set LocalStack:UseLocalStack to true for an emulator.");
    }

    [Theory]
    [InlineData("LocalStack:UseLocalStack", "yes", "LocalStack:UseLocalStack is 'yes': it must be true or false.")]
    [InlineData("LocalStack:Config:EdgePort", "0", "LocalStack:Config:EdgePort is '0': it must be a port from 1 to 65535.")]
    [InlineData("LocalStack:Config:EdgePort", "http", "LocalStack:Config:EdgePort is 'http': it must be a port from 1 to 65535.")]
    public void AddAwsClient_ABadValue_IsRefusedByKeyAndValue(string key, string value, string message)
    {
        var error = Should.Throw<OptionsValidationException>(() => Build(new() { ["AWS:Region"] = "eu-west-1", [key] = value }));

        error.Failures.ShouldHaveSingleItem().ShouldBe(message);
    }

    [Fact]
    public async Task AddAwsClient_WithServiceDefaults_IsNotTouchedByServiceDiscovery()
    {
        await using var aws = await FakeAws.StartAsync();
        var settings = Local(aws);
        // A service of the emulator's name that discovery would send the SDK to, if it had a say.
        settings["services:127.0.0.1:http:0"] = "http://127.0.0.1:1";
        using var host = Build(settings, static builder => builder.AddServiceDefaults());

        await host.Services.GetRequiredService<IAmazonSQS>().ListQueuesAsync(new ListQueuesRequest(), Token);

        aws.Call.Target.ShouldBe("AmazonSQS.ListQueues");
    }

    private static Dictionary<string, string?> Local(FakeAws aws) => new()
    {
        ["LocalStack:UseLocalStack"] = "true",
        ["LocalStack:Config:LocalStackHost"] = aws.Url.Host,
        ["LocalStack:Config:EdgePort"] = aws.Url.Port.ToString(CultureInfo.InvariantCulture),
        ["LocalStack:Session:RegionName"] = "eu-central-1",
        ["AWS:Region"] = "eu-west-1",
    };

    private static IHost Build(Dictionary<string, string?> settings, Action<HostApplicationBuilder>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        configure?.Invoke(builder);
        builder.AddAwsClient<IAmazonEventBridge>();
        builder.AddAwsClient<IAmazonSecretsManager>();
        builder.AddAwsClient<IAmazonSQS>();
        builder.AddAwsClient<IAmazonSimpleSystemsManagement>();
        return builder.Build();
    }
}
