using System.Text.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting.Tests.Support;

namespace Aspire.Hosting.Tests;

public sealed class ManifestTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Run_AsPublisher_WritesTheModelAndStartsNothing()
    {
        var manifest = await PublishAsync(builder =>
        {
            var secret = builder.AddParameter("api-key", secret: true);
            var said = builder.AddParameter("greeting", "hello", publishValueAsDefault: true);
            var stack = builder.AddAWSCloudFormationTemplate("stack", Path.Combine(_directory, "template.yaml"), "Lab");
            var target = builder.AddProject<Projects.Aspire_Hosting_Tests_Service>("target", "addressed").WithExternalHttpEndpoints();
            builder.AddProject<Projects.Aspire_Hosting_Tests_Service>("caller")
                .WithReference(target)
                .WithEnvironment("KEY", secret)
                .WithEnvironment("SAID", $"{said}, {target.GetEndpoint("http").Property(EndpointProperty.Host)}")
                .WithEnvironment("BUS", stack.GetOutput("BusName"))
                .WithReference(stack)
                .WaitFor(stack);
            builder.AddExecutable("tool", "sh", _directory, "-c", "true");
            builder.AddContainer("box", "nginx", "1.27").WithHttpEndpoint(port: 80, targetPort: 8080);
            builder.AddParameter("hidden").ExcludeFromManifest();
        });

        var resources = manifest["resources"]!.AsObject();
        resources.Select(static pair => pair.Key).ShouldBe(["api-key", "greeting", "stack", "target", "caller", "tool", "box"]);
        Json(resources["api-key"]).ShouldBe("""{"type":"parameter.v0","value":"{api-key.inputs.value}","inputs":{"value":{"type":"string","secret":true}}}""");
        resources["greeting"]!["inputs"]!["value"]!["default"]!["value"]!.GetValue<string>().ShouldBe("hello");
        Json(resources["stack"]).ShouldBe("""{"type":"aws.cloudformation.template.v0","stack-name":"Lab","template-path":"template.yaml","references":[{"target-resource":"caller"}]}""");
        resources["target"]!["path"]!.GetValue<string>().ShouldEndWith("Aspire.Hosting.Tests.Service/Aspire.Hosting.Tests.Service.csproj");
        Json(resources["target"]!["bindings"]).ShouldBe(
            """{"http":{"scheme":"http","protocol":"tcp","transport":"http","external":true},"https":{"scheme":"https","protocol":"tcp","transport":"http","external":true}}""");
        Json(resources["caller"]!["env"]).ShouldBe(
            """
            {"OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY":"in_memory",
            "services__target__http__0":"{target.bindings.http.url}","TARGET_HTTP":"{target.bindings.http.url}",
            "services__target__https__0":"{target.bindings.https.url}","TARGET_HTTPS":"{target.bindings.https.url}",
            "KEY":"{api-key.value}","SAID":"{greeting.value}, {target.bindings.http.host}","BUS":"{stack.output.BusName}"}
            """.ReplaceLineEndings(""));
        resources["target"]!["env"]!["HTTP_PORTS"]!.GetValue<string>().ShouldBe("{target.bindings.http.targetPort}");
        Json(resources["tool"]).ShouldBe("""{"type":"executable.v0","workingDirectory":".","command":"sh","args":["-c","true"],"env":{}}""");
        resources["box"]!["image"]!.GetValue<string>().ShouldBe("nginx:1.27");
    }

    [Fact]
    public async Task Run_AsUnknownPublisher_SaysWhatIsAllowed()
    {
        var builder = DistributedApplication.CreateBuilder(["--publisher", "smoke-signals"]);

        var failure = await Should.ThrowAsync<DistributedApplicationException>(() => builder.Build().RunAsync(Bounded.Token()));

        failure.Message.ShouldBe("--publisher smoke-signals: must be manifest.");
    }

    private static string Json(JsonNode? node) => node!.ToJsonString(new JsonSerializerOptions
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private async Task<JsonNode> PublishAsync(Action<IDistributedApplicationBuilder> describe)
    {
        var path = Path.Combine(_directory, "manifest.json");
        var builder = DistributedApplication.CreateBuilder(["--publisher", "manifest", "--output-path", path]);
        describe(builder);
        await builder.Build().RunAsync(Bounded.Token());
        return JsonNode.Parse(await File.ReadAllTextAsync(path, Bounded.Token()))!;
    }
}
