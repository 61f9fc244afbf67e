using Scenarios.Settings;

namespace Scenarios.Tests.Settings;

public class LatencySettingsTests
{
    private const double AlmostOne = 1 - 1e-12;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2)]
    [InlineData(AlmostOne, 3)]
    public void Draw_Fractions_SpansTheRange(double u, double seconds) =>
        new LatencySettings { MinimumSeconds = 1, MaximumSeconds = 3 }.Draw(u).TotalSeconds.ShouldBe(seconds, 1e-6);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.0999, 1)]
    [InlineData(0.1, 2)]
    [InlineData(0.5, 6)]
    [InlineData(AlmostOne, 10)]
    public void Draw_WholeSeconds_GivesEachEndItsShare(double u, double seconds) =>
        new LatencySettings { MinimumSeconds = 1, MaximumSeconds = 10, WholeSeconds = true }.Draw(u).TotalSeconds.ShouldBe(seconds);
}
