using Scenarios.Scripts;

namespace Scenarios.Tests.Scripts;

public class DurationsTests
{
    [Theory]
    [InlineData("60", 60)]
    [InlineData("30s", 30)]
    [InlineData("30 s", 30)]
    [InlineData("10m", 600)]
    [InlineData("10 Minutes", 600)]
    [InlineData("1.5h", 5_400)]
    [InlineData("1 hr", 3_600)]
    [InlineData("1day", 86_400)]
    [InlineData("500ms", 0.5)]
    [InlineData(".5s", 0.5)]
    public void ReadSeconds_Length_IsRead(string text, double seconds) =>
        Durations.ReadSeconds(text, wholeSeconds: true).ShouldNotBeNull().ShouldBe(seconds, 1e-9);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0s")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("5 fortnights")]
    [InlineData("1e3")]
    [InlineData("2.5")]
    [InlineData("1m30s")]
    [InlineData("10  m")]
    [InlineData("Infinity")]
    [InlineData("{{ seconds }}")]
    public void ReadSeconds_AnythingElse_IsRefused(string text) => Durations.ReadSeconds(text, wholeSeconds: true).ShouldBeNull();

    [Fact]
    public void ReadSeconds_FractionWhereItMeansSomething_IsRead() => Durations.ReadSeconds("2.5", wholeSeconds: false).ShouldBe(2.5);
}
