using AppHost.Terminal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AppHost.Tests.Terminal;

public class StartingHealthTests
{
    private static readonly DateTime First = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly StartingHealth _health = new();

    [Theory]
    [InlineData(HealthStatus.Unhealthy)]
    [InlineData(HealthStatus.Degraded)]
    public void Tell_NeverHealthyYet_IsStarting(HealthStatus health) => _health.Tell("a", First, health).ShouldBe("Starting");

    [Fact]
    public void Tell_HealthyAndNotAnyMore_IsUnhealthy()
    {
        _health.Tell("a", First, HealthStatus.Healthy).ShouldBe("Healthy");

        _health.Tell("a", First, HealthStatus.Unhealthy).ShouldBe("Unhealthy");
        _health.Tell("b", First, HealthStatus.Unhealthy).ShouldBe("Starting");
    }

    [Fact]
    public void Tell_StartedAgain_IsStarting()
    {
        _health.Tell("a", First, HealthStatus.Healthy);
        _health.Tell("a", First.AddSeconds(5), HealthStatus.Unhealthy).ShouldBe("Starting");
        _health.Tell("a", First.AddSeconds(5), HealthStatus.Healthy).ShouldBe("Healthy");

        _health.Tell("a", First.AddSeconds(5), null).ShouldBeNull();
        _health.Tell("a", First.AddSeconds(5), HealthStatus.Unhealthy).ShouldBe("Starting");
    }
}
