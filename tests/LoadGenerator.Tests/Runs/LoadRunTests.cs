using LoadGenerator.Runs;

namespace LoadGenerator.Tests.Runs;

public class LoadRunTests
{
    [Fact]
    public void RequestEnded_FirstTwentyNotConnected_StopsWhereThatIsAsked()
    {
        using var run = Run(endsIfUnreachable: true);

        Fail(run, LoadRun.TriesToConnect - 1);
        run.Stopping.IsCancellationRequested.ShouldBeFalse();
        Fail(run, 1);

        (run.Stopping.IsCancellationRequested, run.IsUnreachable, run.View().Failed).ShouldBe((true, true, 20));
    }

    [Theory]
    [InlineData(RequestOutcome.Accepted)]
    [InlineData(RequestOutcome.Rejected)]
    [InlineData(RequestOutcome.Failed)]
    internal void RequestEnded_SomebodyWasThere_GoesOn(RequestOutcome first)
    {
        using var run = Run(endsIfUnreachable: true);

        run.RequestEnded(first);
        Fail(run, 100);

        (run.Stopping.IsCancellationRequested, run.IsUnreachable).ShouldBe((false, false));
    }

    [Fact]
    public void RequestEnded_NotAsked_GoesOn()
    {
        using var run = Run(endsIfUnreachable: false);

        Fail(run, 100);

        (run.Stopping.IsCancellationRequested, run.IsUnreachable, run.View().Failed).ShouldBe((false, false, 100));
    }

    private static LoadRun Run(bool endsIfUnreachable) =>
        new(Scripted.Orders(Scripted.Level(100, seconds: 10)), new Uri("http://a.test"), TimeProvider.System) { EndsIfUnreachable = endsIfUnreachable };

    private static void Fail(LoadRun run, int times)
    {
        for (var time = 0; time < times; time++)
        {
            run.RequestEnded(RequestOutcome.NotConnected);
        }
    }
}
