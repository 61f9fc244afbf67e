using Delivery.Worker.AsyncInvocation;
using Scenarios.Settings;

namespace Delivery.Worker.Tests.AsyncInvocation;

public sealed class RetryScheduleTests
{
    [Fact]
    public void AfterError_Defaults_OneMinuteThenTwoThenNoMore()
    {
        var settings = new AsyncInvocationSettings();

        RetrySchedule.AfterError(settings, 1).ShouldBe(TimeSpan.FromMinutes(1));
        RetrySchedule.AfterError(settings, 2).ShouldBe(TimeSpan.FromMinutes(2));
        RetrySchedule.AfterError(settings, 3).ShouldBeNull();
    }

    [Fact]
    public void AfterError_NoRetries_IsNull() =>
        RetrySchedule.AfterError(new AsyncInvocationSettings { MaximumRetryAttempts = 0 }, 1).ShouldBeNull();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(9, 256)]
    [InlineData(10, 300)]
    [InlineData(1_000, 300)]
    public void AfterThrottle_DoublesUpToFiveMinutes(int throttles, double seconds) =>
        RetrySchedule.AfterThrottle(new AsyncInvocationSettings(), throttles).ShouldBe(TimeSpan.FromSeconds(seconds));
}
