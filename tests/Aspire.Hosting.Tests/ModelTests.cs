using Aspire.Hosting.Testing;
using Aspire.Hosting.Tests.Support;

namespace Aspire.Hosting.Tests;

public sealed class ModelTests
{
    private readonly IDistributedApplicationTestingBuilder _builder = DistributedApplicationTestingBuilder.Create();

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("two--hyphens")]
    [InlineData("hyphen-")]
    [InlineData("under_score")]
    public void AddParameter_WithBadName_IsRefused(string name) =>
        Should.Throw<ArgumentException>(() => _builder.AddParameter(name));

    [Fact]
    public void AddResource_WithTakenName_IsRefused()
    {
        _builder.AddParameter("same");

        Should.Throw<DistributedApplicationException>(() => _builder.AddParameter("Same")).Message.ShouldContain("same");
    }

    [Fact]
    public void WithHttpEndpoint_Twice_IsRefused() =>
        Should.Throw<DistributedApplicationException>(() => _builder.AddService("service").WithHttpEndpoint()).Message.ShouldContain("'http'");

    [Fact]
    public void EndpointUrl_BeforeStart_IsRefused()
    {
        var endpoint = _builder.AddService("service").GetEndpoint("http");

        endpoint.IsAllocated.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => endpoint.Url);
    }

    [Fact]
    public void HealthCheckKey_OfHttpCheck_NamesAllItsParts() =>
        _builder.AddService("service").Resource.Annotations.OfType<HealthCheckAnnotation>().Single().Key
            .ShouldBe("service_http_/health_200_check");

    [Fact]
    public async Task Parameters_OfEachKind_HaveTheirValues()
    {
        _builder.Configuration["Parameters:configured"] = "1";
        _builder.Configuration["Parameters:fixed"] = "2";
        _builder.Configuration["Parameters:defaulted"] = "3";
        var token = TestContext.Current.CancellationToken;

        (await _builder.AddParameter("configured").Resource.GetValueAsync(token)).ShouldBe("1");
        (await _builder.AddParameter("fixed", "own").Resource.GetValueAsync(token)).ShouldBe("own");
        (await _builder.AddParameter("got", () => "gotten").Resource.GetValueAsync(token)).ShouldBe("gotten");
        (await _builder.AddParameter("defaulted", new Fallback()).Resource.GetValueAsync(token)).ShouldBe("3");
        (await _builder.AddParameter("missing", new Fallback()).Resource.GetValueAsync(token)).ShouldBe("fallback");
    }

    [Fact]
    public async Task Start_WithResourcesThatWaitForEachOther_NamesTheCircle()
    {
        var one = _builder.AddService("one");
        var two = _builder.AddService("two").WaitFor(one);
        one.WaitFor(two);
        await using var app = await _builder.BuildAsync(TestContext.Current.CancellationToken);

        var failure = await Should.ThrowAsync<DistributedApplicationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("one → two → one");
    }

    [Fact]
    public void ManifestExpressions_OfReferences_ArePlaceholders()
    {
        var endpoint = _builder.AddService("service").GetEndpoint("http");
        var parameter = _builder.AddParameter("secret-one", secret: true);

        ReferenceExpression.Create($"{endpoint}/{endpoint.Property(EndpointProperty.Port)}/{parameter}").ValueExpression
            .ShouldBe("{service.bindings.http.url}/{service.bindings.http.port}/{secret-one.value}");
    }

    private sealed class Fallback : ParameterDefault
    {
        public override string GetDefaultValue() => "fallback";
    }
}
