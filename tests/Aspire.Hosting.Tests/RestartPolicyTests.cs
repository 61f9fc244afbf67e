using Aspire.Hosting.Embedded;

namespace Aspire.Hosting.Tests;

public sealed class RestartPolicyTests
{
    private readonly EngineOptions _options = new() { MaximumRestarts = 3, FirstRestartDelay = TimeSpan.FromSeconds(1), StableAfter = TimeSpan.FromSeconds(10) };

    [Fact]
    public void Next_OfCrashesInARow_WaitsLongerAndGivesUp()
    {
        var policy = new RestartPolicy(_options, applies: true);

        TimeSpan?[] delays = [.. Enumerable.Range(0, 4).Select(_ => policy.Next(1, TimeSpan.Zero))];

        delays.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), null]);
    }

    [Fact]
    public void Next_AfterALongRun_CountsAnew()
    {
        var policy = new RestartPolicy(_options, applies: true);
        policy.Next(1, TimeSpan.Zero);
        policy.Next(1, TimeSpan.Zero);

        policy.Next(137, TimeSpan.FromSeconds(10)).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Next_OfAnEndOnPurpose_IsNone(int exitCode) =>
        new RestartPolicy(_options, applies: true).Next(exitCode, TimeSpan.Zero).ShouldBeNull();

    [Fact]
    public void Next_OfWhatIsNotRestarted_IsNone() =>
        new RestartPolicy(_options, applies: false).Next(1, TimeSpan.Zero).ShouldBeNull();
}
