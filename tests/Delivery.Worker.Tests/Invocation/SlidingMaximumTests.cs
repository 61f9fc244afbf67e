using Delivery.Worker.Invocation;
using Microsoft.Extensions.Time.Testing;

namespace Delivery.Worker.Tests.Invocation;

public sealed class SlidingMaximumTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Read_PeakBetweenTwoReads_IsSeen()
    {
        var maximum = new SlidingMaximum(TimeSpan.FromSeconds(2), _clock);
        maximum.Record(7);
        maximum.Record(3);
        _clock.Advance(TimeSpan.FromSeconds(1));

        maximum.Read(current: 1).ShouldBe(7);
    }

    [Fact]
    public void Read_PeakOlderThanTheWindow_IsForgotten()
    {
        var maximum = new SlidingMaximum(TimeSpan.FromSeconds(2), _clock);
        maximum.Record(7);
        _clock.Advance(TimeSpan.FromSeconds(2.2));

        maximum.Read(current: 1).ShouldBe(1);
    }

    [Fact]
    public void Read_CurrentIsHigher_IsCurrent()
    {
        var maximum = new SlidingMaximum(TimeSpan.FromSeconds(2), _clock);
        maximum.Record(2);

        maximum.Read(current: 5).ShouldBe(5);
    }
}
