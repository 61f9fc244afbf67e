using LoadGenerator.Cli;
using LoadGenerator.Runs;
using Microsoft.Extensions.Time.Testing;

namespace LoadGenerator.Tests.Cli;

public class LoadSummaryTextTests
{
    [Theory]
    [InlineData(20, "20 s of 50 s, level: 0 of 100 sent, 0 accepted, 0 rejected, 0 failed, 0 under way")]
    [InlineData(50.6, "50 s of 50 s, level: 0 of 100 sent, 0 accepted, 0 rejected, 0 failed, 0 under way")]
    [InlineData(202, "50 s of 50 s, level, overtime 152 s: 0 of 100 sent, 0 accepted, 0 rejected, 0 failed, 0 under way")]
    public void Progress_AnyTime_NeverRunsPastItsEnd(double elapsed, string text)
    {
        var clock = new FakeTimeProvider();
        using var run = new LoadRun(Scripted.Orders(Scripted.Level(2, seconds: 50)), new Uri("http://a.test"), clock);
        clock.Advance(TimeSpan.FromSeconds(elapsed));

        LoadSummaryText.Progress(run.View()).ShouldBe(text);
    }

    [Theory]
    [InlineData(1, "1 arrival in 1 s")]
    [InlineData(2, "2 arrivals in 1 s")]
    public void Plan_Arrivals_AreCountedInProperWords(double rate, string text)
    {
        using var run = new LoadRun(Scripted.Orders(Scripted.Level(rate, seconds: 1)), new Uri("http://a.test"), TimeProvider.System);

        LoadSummaryText.Plan(run.View()).ShouldBe(text);
    }
}
