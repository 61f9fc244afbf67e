using Microsoft.Extensions.Options;
using Scenarios.Arrivals;
using Scenarios.Scripts;
using Scenarios.Settings;

namespace Scenarios.Tests;

public class ScenarioFilesTests
{
    [Fact]
    public void Names_Build_AreTheScriptsBesideTheProgram() => ScenarioFiles.Names.ShouldBe(["readme", "smoke", "talk"]);

    /// <summary>The counts that Artillery 2.0.21 comes to for the same files.</summary>
    [Theory]
    [InlineData("readme", 7_890, 780)]
    [InlineData("talk", 11_850, 1_080)]
    [InlineData("smoke", 260, 50)]
    public void Open_ShippedScript_HasItsOrdersAndItsLength(string scenario, long planned, double seconds)
    {
        var plan = new ArrivalPlan(ScenarioFiles.Open(scenario).Phases);

        plan.Planned.ShouldBe(planned);
        plan.Arrivals.LongCount().ShouldBe(planned);
        plan.Duration.TotalSeconds.ShouldBe(seconds);
    }

    [Theory]
    [InlineData("readme")]
    [InlineData("talk")]
    [InlineData("smoke")]
    public void Open_ShippedScript_PostsTheStaticOrder(string scenario)
    {
        var request = ScenarioFiles.Open(scenario).Flow.ShouldHaveSingleItem().ShouldBeOfType<RequestStep>();

        request.Method.ShouldBe("POST");
        request.Url.ShouldBe("/notify");
        request.Json!.Value.ToArray().ShouldBe("""{"order_id":"static-order-id"}"""u8.ToArray());
    }

    [Fact]
    public void Open_Readme_HasThePhasesOfTheReadme() =>
        ScenarioFiles.Open("readme").Phases.Select(phase => (phase.DurationSeconds, phase.StartRate, phase.EndRate))
            .ShouldBe([(60, 2, 2), (120, 2, 5), (300, 4, 15), (300, 15, 15)]);

    [Fact]
    public void Open_Talk_HasThePhasesOfTheTalk() =>
        ScenarioFiles.Open("talk").Phases.Select(phase => (phase.DurationSeconds, phase.StartRate, phase.EndRate))
            .ShouldBe([(60, 2, 2), (120, 3, 5), (900, 5, 20)]);

    [Theory]
    [InlineData("readme")]
    [InlineData("talk")]
    [InlineData("smoke")]
    public void Overlay_ShippedSettings_AreAccepted(string scenario) =>
        Should.NotThrow(() => SettingsExtensions.ReadWithOverlay(new Microsoft.Extensions.Configuration.ConfigurationManager(), ScenarioFiles.Overlay(scenario)));

    [Fact]
    public void Open_UnknownName_NamesTheKnownOnes() =>
        Should.Throw<OptionsValidationException>(() => ScenarioFiles.Open("reedme")).Failures
            .ShouldBe(["Scenario = \"reedme\": must be one of readme, smoke, talk."]);

    [Theory]
    [InlineData("../../secret")]
    [InlineData("README")]
    [InlineData("")]
    public void Script_NotAName_IsRefused(string scenario) =>
        Should.Throw<OptionsValidationException>(() => ScenarioFiles.Script(scenario));

    [Fact]
    public void Open_Path_ReadsThatFile() =>
        ScenarioFiles.Open(Path.Combine(ScenarioFiles.Folder, "talk.yml")).Name.ShouldBe("talk");

    [Fact]
    public void Open_PathOfNoFile_SaysSo() =>
        Should.Throw<ScriptRefusedException>(() => ScenarioFiles.Open("nowhere.yml")).Failures.ShouldBe(["nowhere.yml: there is no such file."]);
}
