using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Scenarios.Settings;

namespace Scenarios.Tests.Settings;

public class LiveSettingsTests
{
    [Fact]
    public void Change_OneSetting_LeavesTheOthers()
    {
        var settings = new LiveSettings(new SystemSettings { SlowApi = new SlowApiSettings { RateLimit = 7 } });
        var before = settings.Current;

        var view = Change(settings, """{"slowApi":{"faultRate":0.5}}""");

        settings.Current.ShouldBe(before with { SlowApi = before.SlowApi with { FaultRate = 0.5 } });
        view.ShouldBe(new SettingsView("", 1, settings.Current) { Changed = 1 });
    }

    [Fact]
    public void Change_Several_AddUp_AndEachIsTold()
    {
        var settings = new LiveSettings(new SystemSettings());
        List<double> told = [];
        settings.Changed += changed => told.Add(changed.SlowApi.RateLimit);

        Change(settings, """{"SlowApi":{"RateLimit":20}}""");
        Change(settings, """{"slowApi":{"latency":{"maximumSeconds":5}},"delivery":{"maxAttempts":2}}""");

        settings.Current.SlowApi.RateLimit.ShouldBe(20);
        settings.Current.SlowApi.Latency.MaximumSeconds.ShouldBe(5);
        settings.Current.Delivery.MaxAttempts.ShouldBe(2);
        settings.View.Revision.ShouldBe(2);
        settings.View.Changed.ShouldBe(3);
        told.ShouldBe([20, 20]);
    }

    [Theory]
    [InlineData("""{"slowApi":{"faultRate":2}}""", "SlowApi:FaultRate = \"2\": must be a number from 0 to 1.")]
    [InlineData("""{"slowApi":{"rateLimit":"fast"}}""", "SlowApi:RateLimit = \"fast\": must be a number from 0.1 to 100000.")]
    [InlineData("""{"slowApi":{"latency":{"minimumSeconds":3}}}""", "SlowApi:Latency:MinimumSeconds = \"3\": must be at most MaximumSeconds, 2.")]
    [InlineData("""{"eventSource":{"queueName":"other"}}""", "EventSource:QueueName: cannot be changed while the system runs.")]
    [InlineData("""{"seed":2}""", "Seed: cannot be changed while the system runs.")]
    [InlineData("""{"slowApi":{"faultRate":null}}""", "slowApi:faultRate: must be a value or a group, not null.")]
    [InlineData("""{"slowApi":[1]}""", "slowApi: must be a value or a group, not a list.")]
    [InlineData("""{"slowApi":7}""", "SlowApi = \"7\": must be a group with RateLimit, BurstLimit, FaultRate, Latency.")]
    [InlineData("""{"scenario":"tlak"}""", "scenario = \"tlak\": must be one of readme, smoke, talk.")]
    [InlineData("""{"\ud800":1}""", "The body has a text that is no text: half of a surrogate pair.")]
    [InlineData("""{"slowApi":{"rateLimit":"\ud800"}}""", "The body has a text that is no text: half of a surrogate pair.")]
    [InlineData("[]", "The body must be a JSON object with settings, as in {\"slowApi\":{\"faultRate\":0.3}}.")]
    public void Change_Refused_SaysWhatIsAllowed_AndChangesNothing(string change, string failure)
    {
        var settings = new LiveSettings(new SystemSettings());
        var before = settings.View;

        Should.Throw<OptionsValidationException>(() => Change(settings, change)).Failures.ShouldBe([failure]);

        settings.View.ShouldBe(before);
    }

    [Fact]
    public void Change_UnknownSetting_NamesTheKnownOnes()
    {
        var failure = Should.Throw<OptionsValidationException>(() => Change(new(new SystemSettings()), """{"slowApy":{"faultRate":0.5}}""")).Failures.ShouldHaveSingleItem();
        failure.ShouldStartWith("slowApy: no such setting; known here: ");
        failure.ShouldContain("SlowApi");
    }

    [Fact]
    public void Change_Scenario_TakesItsSettings_ForgetsChanges_AndTheServicesOwnStayStronger()
    {
        var settings = Started("smoke", ("SlowApi:BurstLimit", "77"));
        var atStart = settings.Current;
        Change(settings, """{"slowApi":{"faultRate":0.9}}""");

        Change(settings, """{"scenario":"talk"}""");

        settings.View.Scenario.ShouldBe("talk");
        settings.Current.SlowApi.ShouldBe(new SlowApiSettings
        {
            RateLimit = 10,
            BurstLimit = 77,
            FaultRate = 0.198,
            Latency = new() { MinimumSeconds = 1, MaximumSeconds = 10, WholeSeconds = true },
        });
        settings.Current.Delivery.ShouldBe(new DeliverySettings(), "the overlay of the scenario before must be gone");

        Change(settings, """{"scenario":"smoke"}""");
        settings.Current.ShouldBe(atStart);
    }

    private static LiveSettings Started(string scenario, params (string Key, string Value)[] own)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            own.Append((Key: "Scenario", Value: scenario)).Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)));
        builder.AddSystemSettings();
        return builder.Build().Services.GetRequiredService<LiveSettings>();
    }

    private static SettingsView Change(LiveSettings settings, string change)
    {
        using var json = JsonDocument.Parse(change);
        return settings.Change(json.RootElement);
    }
}
