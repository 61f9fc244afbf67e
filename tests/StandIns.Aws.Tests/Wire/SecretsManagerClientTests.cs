using System.Text;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace StandIns.Aws.Tests.Wire;

public sealed class SecretsManagerClientTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetSecretValue_AText_IsRead()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Json(
            """{"ARN":"arn:s","Name":"/a/b","VersionId":"v","SecretString":"key","VersionStages":["AWSCURRENT"],"CreatedDate":1767225600.125}"""));
        using var client = Connect(aws);

        var response = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "/a/b" }, Token);

        aws.Call.Target.ShouldBe("secretsmanager.GetSecretValue");
        aws.Call.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.1");
        aws.Call.Scope.ShouldBe("eu-west-1/secretsmanager");
        aws.Call.Body.ShouldBe("""{"SecretId":"/a/b"}""");
        response.SecretString.ShouldBe("key");
        response.VersionStages.ShouldBe(["AWSCURRENT"]);
        response.CreatedDate.ShouldBe(new DateTime(2026, 1, 1, 0, 0, 0, 125, DateTimeKind.Utc));
        response.SecretBinary.ShouldBeNull();
    }

    [Fact]
    public async Task GetSecretValue_Bytes_AreBase64()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Json("""{"SecretBinary":"aGVsbG8="}"""));
        using var client = Connect(aws);

        var response = await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" }, Token);

        Encoding.UTF8.GetString(response.SecretBinary!.ToArray()).ShouldBe("hello");
    }

    [Fact]
    public async Task CreateSecret_WithoutAToken_IsGivenOneThatRetriesRepeat()
    {
        await using var aws = await FakeAws.StartAsync(
            FakeAnswer.Unavailable, FakeAnswer.Json("""{"ARN":"arn:s","Name":"s","VersionId":"v"}"""));
        using var client = Connect(aws);

        var response = await client.CreateSecretAsync(
            new CreateSecretRequest { Name = "s", SecretBinary = new MemoryStream("hello"u8.ToArray()) }, Token);

        response.VersionId.ShouldBe("v");
        var tokens = aws.Calls.Select(call => call.Json.GetProperty("ClientRequestToken").GetString()).ToArray();
        tokens.Length.ShouldBe(2);
        Guid.TryParse(tokens[0], out _).ShouldBeTrue();
        tokens[1].ShouldBe(tokens[0]);
        aws.Calls[0].Json.GetProperty("SecretBinary").GetString().ShouldBe("aGVsbG8=");
    }

    [Fact]
    public async Task PutSecretValue_ItsOwnToken_IsKept()
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.Json("""{"VersionStages":["AWSCURRENT"]}"""));
        using var client = Connect(aws);

        await client.PutSecretValueAsync(
            new PutSecretValueRequest { SecretId = "s", SecretString = "x", ClientRequestToken = "mine" }, Token);

        aws.Call.Body.ShouldBe("""{"ClientRequestToken":"mine","SecretId":"s","SecretString":"x"}""");
    }

    [Theory]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("ResourceExistsException", typeof(ResourceExistsException))]
    [InlineData("DecryptionFailure", typeof(DecryptionFailureException))]
    [InlineData("AccessDeniedException", typeof(AmazonSecretsManagerException))]
    public async Task GetSecretValue_AnError_IsTyped(string code, Type expected)
    {
        await using var aws = await FakeAws.StartAsync(FakeAnswer.JsonError(code, "because"));
        using var client = Connect(aws);

        var error = await Should.ThrowAsync<AmazonSecretsManagerException>(
            () => client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "s" }, Token));

        error.ShouldBeOfType(expected);
        error.ErrorCode.ShouldBe(code);
        error.Message.ShouldBe("because");
    }

    private static AmazonSecretsManagerClient Connect(FakeAws aws) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonSecretsManagerConfig { ServiceURL = aws.Url.ToString(), AuthenticationRegion = "eu-west-1" });
}
