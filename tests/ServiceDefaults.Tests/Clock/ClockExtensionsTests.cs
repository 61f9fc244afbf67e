using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ServiceDefaults.Clock;

namespace ServiceDefaults.Tests.Clock;

public sealed class ClockExtensionsTests
{
    [Fact]
    public void ReadClock_NothingSet_IsTheSystemsClock() => Read().ShouldBeSameAs(TimeProvider.System);

    [Fact]
    public void ReadClock_Empty_IsTheSystemsClock() =>
        Read(("Clock:Speed", ""), ("Clock:Origin", "")).ShouldBeSameAs(TimeProvider.System);

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("20", 20)]
    [InlineData("100", 100)]
    public void ReadClock_Speed_IsTheClocksSpeed(string value, double speed) =>
        Read(("Clock:Speed", value)).ShouldBeOfType<AcceleratedTimeProvider>().Speed.ShouldBe(speed);

    [Theory]
    [InlineData("2026-03-01T09:00:00Z")]
    [InlineData("2026-03-01T09:00:00.0000000+00:00")]
    [InlineData("2026-03-01T11:00:00+02:00")]
    [InlineData("2026-03-01T09:00:00")]
    public void ReadClock_Origin_IsTheInstantMeant(string value) =>
        Read(("Clock:Origin", value), ("Clock:Speed", "10")).ShouldBeOfType<AcceleratedTimeProvider>()
            .Origin.ShouldBe(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("Clock:Speed", "0.09", "0.1 to 100")]
    [InlineData("Clock:Speed", "100.1", "0.1 to 100")]
    [InlineData("Clock:Speed", "-1", "0.1 to 100")]
    [InlineData("Clock:Speed", "NaN", "0.1 to 100")]
    [InlineData("Clock:Speed", "fast", "0.1 to 100")]
    [InlineData("Clock:Speed", "1,5", "0.1 to 100")]
    [InlineData("Clock:Origin", "yesterday", "2026-01-31T12:00:00Z")]
    [InlineData("Clock:Origin", "0001-01-01T00:00:00Z", "ten years")]
    [InlineData("Clock:Origin", "9999-12-31T23:59:59Z", "ten years")]
    public void ReadClock_ValueThatIsNone_RefusesWithKeyValueAndRange(string key, string value, string allowed)
    {
        var failure = Should.Throw<OptionsValidationException>(() => Read((key, value))).Failures.ShouldHaveSingleItem();
        failure.ShouldStartWith($"{key} = \"{value}\": ");
        failure.ShouldContain(allowed);
    }

    private static TimeProvider Read(params (string Key, string Value)[] settings) =>
        ClockExtensions.ReadClock(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build());
}
