using Amazon.CloudFormation;
using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using Amazon.SQS;
using LocalAws.Tests.Crash;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.Protocol;

/// <summary>A process that requires signatures, and what the official clients make of it.</summary>
public sealed class SignatureGateTests : IAsyncLifetime
{
    private LocalAwsProcess _process = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _process = await LocalAwsProcess.StartAsync("--ephemeral", "--require-signature", "--LocalAws:AccessKeys:KNOWN=its secret");

    public ValueTask DisposeAsync()
    {
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Call_OfAnOfficialClient_IsAcceptedWithTheRightKeyOnly()
    {
        using var known = Sqs("KNOWN", "its secret");
        var url = (await known.CreateQueueAsync("q", Cancellation)).QueueUrl;
        await known.SendMessageAsync(url, "ä b+c/%", Cancellation);
        (await known.ReceiveMessageAsync(url, Cancellation)).Messages.ShouldHaveSingleItem().Body.ShouldBe("ä b+c/%");
        using var ssm = Configure(new AmazonSimpleSystemsManagementConfig(), config =>
            new AmazonSimpleSystemsManagementClient(new BasicAWSCredentials("KNOWN", "its secret"), config));
        await ssm.PutParameterAsync(new PutParameterRequest { Name = "/p", Value = "v", Type = ParameterType.String }, Cancellation);

        using var mistaken = Sqs("KNOWN", "another");
        (await Should.ThrowAsync<AmazonSQSException>(mistaken.ListQueuesAsync("", Cancellation))).ErrorCode.ShouldBe("SignatureDoesNotMatch");
        using var unknown = Sqs("UNKNOWN", "its secret");
        (await Should.ThrowAsync<AmazonSQSException>(unknown.ListQueuesAsync("", Cancellation))).ErrorCode.ShouldBe("InvalidClientTokenId");
        using var mistakenSsm = Configure(new AmazonSimpleSystemsManagementConfig(), config =>
            new AmazonSimpleSystemsManagementClient(new BasicAWSCredentials("UNKNOWN", "its secret"), config));
        (await Should.ThrowAsync<AmazonSimpleSystemsManagementException>(mistakenSsm.GetParameterAsync(new GetParameterRequest { Name = "/p" }, Cancellation)))
            .ErrorCode.ShouldBe("UnrecognizedClientException");
    }

    [Fact]
    public async Task Call_OfTheQueryProtocol_IsRefusedInXml()
    {
        using var known = Configure(new AmazonCloudFormationConfig(), config => new AmazonCloudFormationClient(new BasicAWSCredentials("KNOWN", "its secret"), config));
        (await Should.ThrowAsync<AmazonCloudFormationException>(known.DescribeStacksAsync(new() { StackName = "none" }, Cancellation)))
            .Message.ShouldContain("does not exist");

        var (status, answer) = await _process.QueryAsync(("Action", "GetCallerIdentity"), ("Version", "2011-06-15"));

        status.ShouldBe(403);
        answer.Descendants("Code").ShouldHaveSingleItem().Value.ShouldBe("MissingAuthenticationToken");
    }

    [Fact]
    public async Task Call_WithoutSignature_IsRefusedInJson()
    {
        var (status, answer) = await _process.CallAsync("AmazonSSM.GetParameter", []);

        status.ShouldBe(400);
        ((string?)answer["__type"]).ShouldBe("MissingAuthenticationTokenException");
    }

    private AmazonSQSClient Sqs(string key, string secret) =>
        Configure(new AmazonSQSConfig(), config => new AmazonSQSClient(new BasicAWSCredentials(key, secret), config));

    private TClient Configure<TConfig, TClient>(TConfig config, Func<TConfig, TClient> create)
        where TConfig : ClientConfig
    {
        config.ServiceURL = _process.Address.ToString();
        config.AuthenticationRegion = "eu-central-1";
        config.MaxErrorRetry = 0;
        config.Timeout = LocalAwsServer.Patience;
        return create(config);
    }
}
