using System.Net;
using System.Text.Json.Nodes;
using LocalAws.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.Hosting;

public sealed class HostingTests(LocalAwsServer server) : IClassFixture<LocalAwsServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LocalStacksHealth_TellsThatTheServicesRun()
    {
        var health = JsonNode.Parse(await server.Http.GetStringAsync(new Uri("/_localstack/health", UriKind.Relative), Cancellation))!;

        foreach (var service in new[] { "sqs", "ssm", "secretsmanager", "sts" })
        {
            health["services"]![service]!.GetValue<string>().ShouldBe("running");
        }

        health["edition"]!.GetValue<string>().ShouldBe("community");
        health["version"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Health_IsOk(string path)
    {
        using var response = await server.Http.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("http")]
    public void Port_ThatIsNone_IsRefused(string port)
    {
        var builder = WebApplication.CreateSlimBuilder(["--port", port]);

        var refused = Should.Throw<OptionsValidationException>(builder.ListenWhereAsked);

        refused.Failures.ShouldBe([$"--port {port}: must be a number from 0 to 65535."]);
    }

    [Theory]
    [InlineData("LocalAws:AccountId", "12")]
    [InlineData("LocalAws:Region", "us east")]
    [InlineData("LocalAws:MaximumRequestBytes", "0")]
    public void Option_ThatIsNotAllowed_IsRefusedByName(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();

        var refused = Should.Throw<OptionsValidationException>(() => LocalAwsOptions.Read(configuration));

        refused.Failures.ShouldHaveSingleItem().ShouldStartWith($"{key} = {value}: must be ");
    }
}
