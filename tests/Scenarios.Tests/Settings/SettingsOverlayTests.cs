using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Scenarios.Settings;

namespace Scenarios.Tests.Settings;

public sealed class SettingsOverlayTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Read_OverlayThenEnvironmentThenCommandLine_TheLaterIsStronger()
    {
        File.WriteAllText(_file, """{ "SlowApi": { "RateLimit": 1, "BurstLimit": 1, "FaultRate": 0.1 } }""");
        var prefix = $"T{Guid.NewGuid():N}_";
        Environment.SetEnvironmentVariable($"{prefix}SlowApi__BurstLimit", "2");
        Environment.SetEnvironmentVariable($"{prefix}SlowApi__FaultRate", "0.2");
        using var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables(prefix).AddCommandLine(["--SlowApi:FaultRate=0.3"]);

        var slowApi = SettingsExtensions.ReadWithOverlay(configuration, _file).SlowApi;

        (slowApi.RateLimit, slowApi.BurstLimit, slowApi.FaultRate).ShouldBe((1, 2, 0.3));
    }

    [Fact]
    public void Read_OverlayWithASlip_NamesTheFile()
    {
        File.WriteAllText(_file, """{ "SlowAip": { "RateLimit": 1 } }""");

        Should.Throw<OptionsValidationException>(Read).Failures
            .ShouldBe([$"{Path.GetFileName(_file)}: SlowAip: no such setting; known here: AsyncInvocation, Delivery, EventSource, Seed, SlowApi."]);
    }

    [Fact]
    public void Read_OverlayWithABadValue_NamesTheFile()
    {
        File.WriteAllText(_file, """{ "SlowApi": { "FaultRate": 20 } }""");

        Should.Throw<OptionsValidationException>(Read).Failures
            .ShouldBe([$"{Path.GetFileName(_file)}: SlowApi:FaultRate = \"20\": must be a number from 0 to 1."]);
    }

    [Fact]
    public void Read_OverlayThatIsNoJson_NamesTheFileAndTheLine()
    {
        File.WriteAllText(_file, "{\n  \"SlowApi\": nonsense }");

        var failure = Should.Throw<OptionsValidationException>(Read).Failures.ShouldHaveSingleItem();

        failure.ShouldStartWith($"{Path.GetFileName(_file)}: not JSON: ");
        failure.ShouldContain("LineNumber: 1");
    }

    [Fact]
    public void Read_BadEnvironmentOverAGoodOverlay_IsRefused()
    {
        File.WriteAllText(_file, "{}");
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("SlowApi:RateLimit", "fast")]);

        Should.Throw<OptionsValidationException>(() => SettingsExtensions.ReadWithOverlay(configuration, _file)).Failures
            .ShouldBe(["SlowApi:RateLimit = \"fast\": must be a number from 0.1 to 100000."]);
    }

    [Fact]
    public void Read_NoOverlay_GivesTheDefaults() =>
        SettingsExtensions.ReadWithOverlay(new ConfigurationManager(), _file + ".none").ShouldBe(new SystemSettings());

    [Theory]
    [InlineData(null, 0.2)]
    [InlineData("talk", 0.198)]
    public void AddSystemSettings_Scenario_TakesItsOverlay(string? scenario, double faultRate)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Scenario"] = scenario;

        builder.AddSystemSettings().SlowApi.FaultRate.ShouldBe(faultRate);
    }

    [Fact]
    public void AddSystemSettings_UnknownScenario_NamesTheKnownOnes()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["Scenario"] = "tlak";

        Should.Throw<OptionsValidationException>(() => builder.AddSystemSettings()).Failures
            .ShouldBe(["Scenario = \"tlak\": must be one of readme, smoke, talk."]);
    }

    public void Dispose() => File.Delete(_file);

    private void Read() => SettingsExtensions.ReadWithOverlay(new ConfigurationManager(), _file);
}
