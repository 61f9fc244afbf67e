using LoadGenerator.Playing;
using Microsoft.Extensions.Time.Testing;
using ServiceDefaults.Clock;

namespace LoadGenerator.Tests.Playing;

public class RequestTimeoutTests
{
    [Theory]
    [InlineData(60, 50, 500, "500 simulated seconds (10 s real)")]
    [InlineData(60, 2, 60, "60 simulated seconds (30 s real)")]
    [InlineData(3600, 50, 3600, "3600 simulated seconds (72 s real)")]
    [InlineData(2.5, 50, 125, "125 simulated seconds (2.5 s real)")]
    [InlineData(60, 0.5, 60, "60 simulated seconds (120 s real)")]
    [InlineData(60, 1, 60, "60 s")]
    [InlineData(2, 1, 2, "2 s")]
    public void Of_Asked_IsNotShorterInRealTimeThanHttpNeeds(double asked, double speed, double simulated, string text)
    {
        var timeout = RequestTimeout.Of(TimeSpan.FromSeconds(asked), new AcceleratedTimeProvider(speed, real: new FakeTimeProvider()));

        timeout.Simulated.ShouldBe(TimeSpan.FromSeconds(simulated));
        timeout.ToString().ShouldBe(text);
    }
}
