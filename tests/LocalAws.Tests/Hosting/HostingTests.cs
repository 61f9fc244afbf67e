using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using LocalAws.EventBridge;
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
    [InlineData("--ephemeral", "--LocalAws:Ephemeral=true")]
    [InlineData("--ephemeral=false", "--LocalAws:Ephemeral=false")]
    [InlineData("--data /a", "--LocalAws:DataDirectory=/a")]
    [InlineData("--data=/a --port 1", "--LocalAws:DataDirectory=/a --port=1")]
    [InlineData("--require-signature --region eu-west-1", "--LocalAws:RequireSignature=true --LocalAws:Region=eu-west-1")]
    [InlineData("--Clock:Speed 10", "--Clock:Speed=10")]
    [InlineData("--localaws:eventbridge:seed 7", "--localaws:eventbridge:seed=7")]
    [InlineData("--LocalAws:AccessKeys:ID secret", "--LocalAws:AccessKeys:ID=secret")]
    [InlineData("--Logging:LogLevel:Default Warning", "--Logging:LogLevel:Default=Warning")]
    public void Words_OfTheCommandLine_AreConfiguration(string args, string expected) =>
        CommandLine.Read(args.Split(' ')).ShouldBe(expected.Split(' '));

    [Theory]
    [InlineData("--nonsense", "--nonsense: no such option; see --help.")]
    [InlineData("--nonsense=1", "--nonsense: no such option; see --help.")]
    [InlineData("--ephemral", "--ephemral: no such option; did you mean --ephemeral? See --help.")]
    [InlineData("--LocalAws:Ephemral true", "--LocalAws:Ephemral: no such option; did you mean --LocalAws:Ephemeral? See --help.")]
    [InlineData("--LocalAws:EventBridge:Sed 1", "--LocalAws:EventBridge:Sed: no such option; did you mean --LocalAws:EventBridge:Seed? See --help.")]
    [InlineData("--LocalAws:AccessKeys: x", "--LocalAws:AccessKeys:: no such option; see --help.")]
    [InlineData("--Clok:Speed 2", "--Clok:Speed: no such option; did you mean --Clock:Speed? See --help.")]
    [InlineData("--Elsewhere:Key x", "--Elsewhere:Key: no such option; see --help.")]
    [InlineData("--data --ephemeral", "--data needs a value.")]
    [InlineData("nonsense", "nonsense is not known. --help lists what is.")]
    [InlineData("--data", "--data needs a value.")]
    public void Word_ThatIsNotKnown_IsRefused(string args, string expected) =>
        Should.Throw<OptionsValidationException>(() => CommandLine.Read(args.Split(' '))).Failures.ShouldBe([expected]);

    [Fact]
    public void Keys_AreAllOptions()
    {
        LocalAwsOptions.Keys.Append(LocalAwsOptions.AccessKeysSection.TrimEnd(':')).ShouldBe(KeysOf(typeof(LocalAwsOptions), "LocalAws"), ignoreOrder: true);
        EventBridgeOptions.Keys.ShouldBe(KeysOf(typeof(EventBridgeOptions), "LocalAws:EventBridge"), ignoreOrder: true);

        static IEnumerable<string> KeysOf(Type options, string section) => options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => $"{section}:{property.Name}");
    }

    [Fact]
    public void Help_NamesEveryOption()
    {
        foreach (var option in typeof(LocalAwsOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(static property => property.Name))
        {
            CommandLine.Help.ShouldContain($":{option}");
        }
    }

    [Fact]
    public async Task Reset_FromHere_EmptiesEverything()
    {
        await server.JsonAsync("AmazonSSM.PutParameter", """{"Name":"/p","Value":"v","Type":"String"}""");

        using var answer = await server.Http.PostAsync(new Uri("/_localaws/reset", UriKind.Relative), null, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await server.JsonAsync("AmazonSSM.GetParameter", """{"Name":"/p"}""")).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Host", "evil.example")]
    public async Task Reset_OnBehalfOfAPage_IsRefused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_localaws/reset");
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await server.Http.SendAsync(request, Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("LocalAws:Ephemerall", "LocalAws:Ephemerall: no such option; did you mean LocalAws:Ephemeral? See --help.")]
    [InlineData("LocalAws:EventBridge:Sed", "LocalAws:EventBridge:Sed: no such option; did you mean LocalAws:EventBridge:Seed? See --help.")]
    [InlineData("LocalAws:Elsewhere:Deep", "LocalAws:Elsewhere:Deep: no such option; see --help.")]
    public void Option_ThatNothingReads_IsRefusedByName(string key, string refusal)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)"true")]).Build();

        Should.Throw<OptionsValidationException>(() => LocalAwsOptions.Read(configuration)).Failures.ShouldBe([refusal]);
    }

    [Theory]
    [InlineData("LOCALAWS:EPHEMERAL", "true")]
    [InlineData("LocalAws:EventBridge:Seed", "3")]
    [InlineData("LocalAws:AccessKeys:ANY", "secret")]
    [InlineData("LocalAws", "a variable of that name")]
    [InlineData("LocalAwsOfSomebodyElse:Ephemerall", "true")]
    public void Option_ThatIsKnown_IsRead(string key, string value) => Should.NotThrow(() =>
        LocalAwsOptions.Read(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build()));

    [Fact]
    public async Task LocalStack_PathThatIsNotHere_IsNotFoundInPlainText()
    {
        using var answer = await server.Http.GetAsync(new Uri("/_localstack/nope", UriKind.Relative), Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
    }

    [Theory]
    [InlineData("LocalAws:AccountId", "12")]
    [InlineData("LocalAws:CompactAfterBytes", "1")]
    [InlineData("LocalAws:Region", "us east")]
    [InlineData("LocalAws:MaximumRequestBytes", "0")]
    public void Option_ThatIsNotAllowed_IsRefusedByName(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build();

        var refused = Should.Throw<OptionsValidationException>(() => LocalAwsOptions.Read(configuration));

        refused.Failures.ShouldHaveSingleItem().ShouldStartWith($"{key} = {value}: must be ");
    }
}
