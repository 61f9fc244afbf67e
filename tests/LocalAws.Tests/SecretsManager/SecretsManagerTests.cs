using System.Text.Json.Nodes;
using LocalAws.Tests.Hosting;

namespace LocalAws.Tests.SecretsManager;

/// <summary>Secrets over bare HTTP: AWS's client for them is not among this repository's packages.</summary>
public sealed class SecretsManagerTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    [Fact]
    public async Task Secret_WhenCreated_IsFoundByNameAndByArn()
    {
        var created = await CallAsync("CreateSecret", """{"Name":"/found/key","SecretString":"one","Description":"a key"}""");
        var arn = created["ARN"]!.GetValue<string>();

        arn.ShouldStartWith("arn:aws:secretsmanager:us-east-1:000000000000:secret:/found/key-");
        foreach (var id in new[] { "/found/key", arn, arn[..^7] })
        {
            var value = await CallAsync("GetSecretValue", $$"""{"SecretId":"{{id}}"}""");
            value["SecretString"]!.GetValue<string>().ShouldBe("one");
            value["VersionStages"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("AWSCURRENT");
        }
    }

    [Fact]
    public async Task PutSecretValue_MovesTheStages()
    {
        await CallAsync("CreateSecret", """{"Name":"stages","SecretString":"one"}""");
        await CallAsync("PutSecretValue", """{"SecretId":"stages","SecretString":"two"}""");
        var third = await CallAsync("PutSecretValue", """{"SecretId":"stages","SecretString":"three"}""");

        (await ValueAsync("""{"SecretId":"stages"}""")).ShouldBe("three");
        (await ValueAsync("""{"SecretId":"stages","VersionStage":"AWSPREVIOUS"}""")).ShouldBe("two");
        (await ValueAsync($$"""{"SecretId":"stages","VersionId":"{{third["VersionId"]}}"}""")).ShouldBe("three");
        var described = await CallAsync("DescribeSecret", """{"SecretId":"stages"}""");
        described["VersionIdsToStages"]!.AsObject().Count.ShouldBe(2);
    }

    [Fact]
    public async Task PutSecretValue_WithAVersionIdInUse_IsTheSameOnlyForTheSameValue()
    {
        const string Token = "11111111-1111-1111-1111-111111111111";
        await CallAsync("CreateSecret", $$"""{"Name":"token","SecretString":"one","ClientRequestToken":"{{Token}}"}""");

        await CallAsync("PutSecretValue", $$"""{"SecretId":"token","SecretString":"one","ClientRequestToken":"{{Token}}"}""");
        await ShouldBeRefusedAsync(
            "PutSecretValue", $$"""{"SecretId":"token","SecretString":"two","ClientRequestToken":"{{Token}}"}""", "ResourceExistsException");
    }

    [Fact]
    public async Task Secret_OfBytes_ArrivesAsBytes()
    {
        await CallAsync("CreateSecret", """{"Name":"bytes","SecretBinary":"AP8B"}""");

        var value = await CallAsync("GetSecretValue", """{"SecretId":"bytes"}""");

        value["SecretBinary"]!.GetValue<string>().ShouldBe("AP8B");
        value.AsObject().ShouldNotContainKey("SecretString");
    }

    [Fact]
    public async Task DeleteSecret_WithARecoveryWindow_CanBeUndoneUntilItEnds()
    {
        await CallAsync("CreateSecret", """{"Name":"deleted","SecretString":"one"}""");
        await CallAsync("DeleteSecret", """{"SecretId":"deleted","RecoveryWindowInDays":7}""");

        await ShouldBeRefusedAsync("GetSecretValue", """{"SecretId":"deleted"}""", "InvalidRequestException");
        await ShouldBeRefusedAsync("CreateSecret", """{"Name":"deleted","SecretString":"two"}""", "InvalidRequestException");
        await CallAsync("RestoreSecret", """{"SecretId":"deleted"}""");
        (await ValueAsync("""{"SecretId":"deleted"}""")).ShouldBe("one");

        await CallAsync("DeleteSecret", """{"SecretId":"deleted","ForceDeleteWithoutRecovery":true}""");
        await ShouldBeRefusedAsync("GetSecretValue", """{"SecretId":"deleted"}""", "ResourceNotFoundException");
    }

    [Fact]
    public async Task ListSecrets_InPages_GivesEachOnce()
    {
        foreach (var name in new[] { "list-a", "list-b", "list-c" })
        {
            await CallAsync("CreateSecret", $$"""{"Name":"{{name}}","SecretString":"x"}""");
        }

        List<string> names = [];
        JsonNode? token = null;
        do
        {
            var next = token is null ? "" : $$""","NextToken":"{{token}}" """;
            var page = await CallAsync("ListSecrets", $$"""{"MaxResults":2{{next}}}""");
            names.AddRange(page["SecretList"]!.AsArray().Select(secret => secret!["Name"]!.GetValue<string>()));
            token = page["NextToken"];
        }
        while (token is not null);

        names.ShouldBeUnique();
        names.ShouldContain("list-a");
        names.ShouldContain("list-c");
    }

    [Theory]
    [InlineData(
        "GetSecretValue", """{"SecretId":"none"}""", "ResourceNotFoundException", "Secrets Manager can't find the specified secret.")]
    [InlineData(
        "GetSecretValue", "{}", "ValidationException",
        "1 validation error detected: Value null at 'secretId' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "PutSecretValue", """{"SecretId":"none","SecretString":"x"}""", "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret.")]
    [InlineData(
        "CreateSecret", """{"Name":"twice","SecretString":"x"}""", "ResourceExistsException",
        "The operation failed because the secret twice already exists.")]
    [InlineData(
        "GetSecretValue", """{"SecretId":"twice","VersionStage":"AWSPENDING"}""", "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret value for staging label: AWSPENDING")]
    [InlineData(
        "CreateSecret", """{"Name":"bad","SecretBinary":"not base64!"}""", "SerializationException",
        "The request body cannot be read at $.SecretBinary.")]
    public async Task Call_ThatIsRefused_SaysWhy(string action, string body, string code, string message)
    {
        await server.JsonAsync("secretsmanager.CreateSecret", """{"Name":"twice","SecretString":"x"}""", "application/x-amz-json-1.1");

        var refused = await ShouldBeRefusedAsync(action, body, code);

        refused["message"]!.GetValue<string>().ShouldBe(message);
    }

    private async Task<string> ValueAsync(string body) => (await CallAsync("GetSecretValue", body))["SecretString"]!.GetValue<string>();

    private async Task<JsonNode> CallAsync(string action, string body)
    {
        var (status, answer, _) = await server.JsonAsync("secretsmanager." + action, body, "application/x-amz-json-1.1");
        status.ShouldBe(200, answer.ToJsonString());
        return answer;
    }

    private async Task<JsonNode> ShouldBeRefusedAsync(string action, string body, string code)
    {
        var (status, answer, _) = await server.JsonAsync("secretsmanager." + action, body, "application/x-amz-json-1.1");
        status.ShouldBe(400);
        answer["__type"]!.GetValue<string>().ShouldBe(code);
        return answer;
    }
}
