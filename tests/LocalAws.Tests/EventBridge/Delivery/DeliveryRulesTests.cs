using LocalAws.EventBridge.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace LocalAws.Tests.EventBridge.Delivery;

public sealed class DeliveryRulesTests
{
    [Theory]
    [InlineData(1, 0.0, 0.5)]
    [InlineData(1, 1.0, 1.0)]
    [InlineData(4, 1.0, 8.0)]
    [InlineData(9, 1.0, 256.0)]
    [InlineData(10, 1.0, 480.0)]
    [InlineData(185, 0.0, 240.0)]
    [InlineData(int.MaxValue, 1.0, 480.0)]
    public void Backoff_Attempts_DoublesUpToEightMinutes(int attempts, double jitter, double seconds) =>
        RetryBackoff.Delay(attempts, jitter).TotalSeconds.ShouldBe(seconds, 1e-6);

    [Fact]
    public void RateGate_Burst_IsASecondsWorthAndRefillsContinuously()
    {
        var clock = new FakeTimeProvider();
        var gate = new RateGate(clock);

        Enumerable.Range(0, 20).Count(_ => gate.TryPass(10, out var _)).ShouldBe(10);
        gate.TryPass(10, out var wait).ShouldBeFalse();
        wait.TotalSeconds.ShouldBe(0.1, 1e-6);
        clock.Advance(TimeSpan.FromSeconds(0.25));
        Enumerable.Range(0, 20).Count(_ => gate.TryPass(10, out var _)).ShouldBe(2);
        clock.Advance(TimeSpan.FromHours(1));
        Enumerable.Range(0, 20).Count(_ => gate.TryPass(10, out var _)).ShouldBe(10);
        gate.TryPass(null, out _).ShouldBeTrue();
    }
}
