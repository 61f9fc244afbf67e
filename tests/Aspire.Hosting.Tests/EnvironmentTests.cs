using Aspire.Hosting.Testing;
using Aspire.Hosting.Tests.Support;

namespace Aspire.Hosting.Tests;

public sealed class EnvironmentTests
{
    private readonly IDistributedApplicationTestingBuilder _builder = DistributedApplicationTestingBuilder.Create();

    [Fact]
    public async Task Plan_OfProject_HasAddressesTelemetryNamesAndStopSwitch()
    {
        _builder.AddService("service").WithHttpEndpoint(port: 20990, name: "admin");

        var plan = await Applications.PlanAsync(_builder, "service");

        plan.Environment["ASPNETCORE_URLS"].ShouldMatch(@"^http://localhost:\d+;http://localhost:20990$");
        plan.Environment["OTEL_SERVICE_NAME"].ShouldBe("service");
        plan.Environment["OTEL_RESOURCE_ATTRIBUTES"].ShouldBe("service.instance.id=instance");
        plan.Environment["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"].ShouldBe("in_memory");
        plan.Environment["Host__StopWithStandardInput"].ShouldBe("true");
        plan.Environment.ShouldNotContainKey("OTEL_EXPORTER_OTLP_ENDPOINT");
        Path.GetFileName(plan.Directory).ShouldBe("Aspire.Hosting.Tests.Service");
    }

    [Fact]
    public async Task Plan_WithReference_HasDiscoveryKeysAndPlainVariables()
    {
        var target = _builder.AddService("the-target").WithEndpoint("http", endpoint => endpoint.Port = 20991)
            .WithHttpEndpoint(port: 20992, name: "admin");
        _builder.AddService("caller").WithReference(target);

        var plan = await Applications.PlanAsync(_builder, "caller");

        plan.Environment["services__the-target__http__0"].ShouldBe("http://localhost:20991");
        plan.Environment["services__the-target__http__1"].ShouldBe("http://localhost:20992");
        plan.Environment["THE_TARGET_HTTP"].ShouldBe("http://localhost:20991");
        plan.Environment["THE_TARGET_ADMIN"].ShouldBe("http://localhost:20992");
    }

    [Fact]
    public async Task Plan_WithReferenceToOneEndpoint_HasNoOther()
    {
        var target = _builder.AddService("target").WithHttpEndpoint(port: 20993, name: "admin");
        _builder.AddService("caller").WithReference(target.GetEndpoint("admin"));

        var plan = await Applications.PlanAsync(_builder, "caller");

        plan.Environment["services__target__http__0"].ShouldBe("http://localhost:20993");
        plan.Environment.ShouldNotContainKey("TARGET_HTTP");
    }

    [Fact]
    public async Task Plan_WithInterpolatedEndpoints_FillsTheHoles()
    {
        var target = _builder.AddService("target").WithEndpoint("http", endpoint => endpoint.Port = 20994);
        var endpoint = target.GetEndpoint("http");
        var literal = "{braces}";
        _builder.AddService("caller")
            .WithEnvironment("URL", $"{endpoint}/slow?x={literal}")
            .WithEnvironment("PARTS", $"{endpoint.Property(EndpointProperty.IPV4Host)}:{endpoint.Property(EndpointProperty.Port)}")
            .WithEnvironment("ESCAPED", $"?next={endpoint:uri}");

        var plan = await Applications.PlanAsync(_builder, "caller");

        plan.Environment["URL"].ShouldBe("http://localhost:20994/slow?x={braces}");
        plan.Environment["PARTS"].ShouldBe("127.0.0.1:20994");
        plan.Environment["ESCAPED"].ShouldBe("?next=http%3A%2F%2Flocalhost%3A20994");
    }

    [Fact]
    public async Task Plan_WithEveryKindOfVariable_ResolvesEach()
    {
        _builder.Configuration["Parameters:given"] = "from outside";
        _builder.Configuration["ConnectionStrings:store"] = "Data Source=x";
        var given = _builder.AddParameter("given", secret: true);
        var target = _builder.AddService("target").WithEndpoint("http", endpoint => endpoint.Port = 20995);
        _builder.AddService("caller")
            .WithEnvironment("TEXT", "plain")
            .WithEnvironment("NOTHING", (string?)null)
            .WithEnvironment("LAZY", () => "called")
            .WithEnvironment("GIVEN", given)
            .WithEnvironment("ENDPOINT", target.GetEndpoint("http"))
            .WithEnvironment(context => context.EnvironmentVariables["NUMBER"] = 1.5)
            .WithEnvironment(async context =>
            {
                await Task.Yield();
                context.EnvironmentVariables["COMBINED"] = ReferenceExpression.Create($"{given}!");
            })
            .WithReference("outside", new Uri("http://example.com"))
            .WithReference(_builder.AddConnectionString("store"));

        var plan = await Applications.PlanAsync(_builder, "caller");

        plan.Environment["TEXT"].ShouldBe("plain");
        plan.Environment["NOTHING"].ShouldBe("");
        plan.Environment["LAZY"].ShouldBe("called");
        plan.Environment["GIVEN"].ShouldBe("from outside");
        plan.Environment["ENDPOINT"].ShouldBe("http://localhost:20995");
        plan.Environment["NUMBER"].ShouldBe("1.5");
        plan.Environment["COMBINED"].ShouldBe("from outside!");
        plan.Environment["services__outside__default__0"].ShouldBe("http://example.com/");
        plan.Environment["ConnectionStrings__store"].ShouldBe("Data Source=x");
    }

    [Fact]
    public async Task Plan_WithEndpointVariable_TellsThePortAndLeavesTheAddressOut()
    {
        _builder.AddProject<Projects.Aspire_Hosting_Tests_Service>("service").WithHttpEndpoint(port: 20996, name: "otlp", env: "OTLP_PORT");

        var plan = await Applications.PlanAsync(_builder, "service");

        plan.Environment["OTLP_PORT"].ShouldBe("20996");
        plan.Environment.ShouldNotContainKey("ASPNETCORE_URLS");
    }

    [Fact]
    public async Task Plan_WithLaunchProfile_TakesVariablesThatNobodySets()
    {
        _builder.AddService("service").WithEnvironment("SERVICE_OVERRIDDEN", "by hand");

        var plan = await Applications.PlanAsync(_builder, "service");

        plan.Environment["SERVICE_FROM_PROFILE"].ShouldBe("plain");
        plan.Environment["SERVICE_OVERRIDDEN"].ShouldBe("by hand");
        plan.Environment["DOTNET_LAUNCH_PROFILE"].ShouldBe("plain");
    }

    [Fact]
    public async Task Plan_WithNamedLaunchProfile_TakesItsAddress()
    {
        _builder.AddProject<Projects.Aspire_Hosting_Tests_Service>("service", "addressed");

        var plan = await Applications.PlanAsync(_builder, "service");

        plan.Environment["ASPNETCORE_URLS"].ShouldBe("http://localhost:5499");
        plan.Environment["SERVICE_FROM_PROFILE"].ShouldBe("addressed");
    }

    [Fact]
    public async Task Plan_WithConfiguredDashboard_TellsWhereTelemetryGoes()
    {
        _builder.Configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://localhost:4317";
        _builder.AddService("service");

        var plan = await Applications.PlanAsync(_builder, "service");

        plan.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"].ShouldBe("http://localhost:4317");
        plan.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"].ShouldBe("grpc");
    }

    [Fact]
    public async Task Plan_WithMissingParameter_SaysWhichKeyToSet()
    {
        _builder.AddService("service").WithEnvironment("X", _builder.AddParameter("lost"));

        var failure = await Should.ThrowAsync<MissingParameterValueException>(() => Applications.PlanAsync(_builder, "service"));

        failure.Message.ShouldContain("Parameters:lost");
    }

    [Fact]
    public async Task Plan_WithArguments_ResolvesThemInOrder()
    {
        var target = _builder.AddService("target").WithEndpoint("http", endpoint => endpoint.Port = 20997);
        _builder.AddExecutable("tool", "sh", ".", "-c", "true").WithArgs(target.GetEndpoint("http"), 3);

        var plan = await Applications.PlanAsync(_builder, "tool");

        plan.Arguments.ShouldBe(["-c", "true", "http://localhost:20997", "3"]);
        plan.Command.ShouldEndWith("/sh");
    }
}
