using Scenarios.Settings;

namespace Scenarios.Tests.Settings;

public sealed class SettingDifferenceTests
{
    [Fact]
    public void Between_Settings_NamesWhatDiffersByItsKey()
    {
        var after = new SystemSettings
        {
            SlowApi = new() { FaultRate = 0.9, Latency = new() { WholeSeconds = true } },
            EventSource = new() { MaximumConcurrency = 20 },
        };

        SettingDifference.Between(new(), after).ShouldBe(
        [
            new("SlowApi:FaultRate", "0.2", "0.9"),
            new("SlowApi:Latency:WholeSeconds", "false", "true"),
            new("EventSource:MaximumConcurrency", "10", "20"),
        ]);
    }

    [Fact]
    public void Between_EqualSettings_IsNothing() => SettingDifference.Between(new(), new()).ShouldBeEmpty();
}
