using Dashboard.Runs;
using Dashboard.Story;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Store;
using Dashboard.Tests.Ask;

namespace Dashboard.Tests.Story;

/// <summary>Stories of a run that an earlier process recorded.</summary>
public sealed class EarlierStoryTests : IDisposable
{
    private const string Run = "this";

    private readonly SyntheticRun _run = new();
    private readonly RunArchive _archive;
    private readonly StoryTeller _teller;

    public EarlierStoryTests()
    {
        _run.Reopen();
        _archive = Archive(_run);
        _teller = new(_archive, _run.Catalog);
    }

    [Fact]
    public async Task Tell_OrderOfAnEarlierRun_IsReadFromItsFile()
    {
        var story = (await _teller.TellAsync(Run, "B", TestContext.Current.CancellationToken))!;

        story.EarlierRun.ShouldBe(Run);
        story.Scene!.EarlierRun.ShouldBe(Run);
        (story.Order.Status, story.Order.Attempts).ShouldBe((OrderStatus.Dropped, 6));
        story.Lines.Select(line => (line.Record.Resource.Service, line.Status)).ShouldBe([("delivery-worker", "START"), ("delivery-worker", "FAILED")]);
        story.Scene.Tree.Nodes.Select(node => node.Span.Resource.Key.Service).Distinct().ShouldBe(["notification-api", "delivery-worker", "slow-api"], ignoreOrder: true);
        story.Scene.Tree.Nodes[0].Span.Resource.Clock.Speed.ShouldBe(10);
        story.Bars.Count(bar => bar.IsError).ShouldBe(3);
    }

    [Fact]
    public async Task Tell_OrderOfARunWhoseProcessWasKilled_IsReadWithWhatTheLogHolds()
    {
        using var run = new SyntheticRun();
        run.ReopenAfterKill();
        using var archive = Archive(run);

        var story = (await new StoryTeller(archive, run.Catalog).TellAsync(Run, "B", TestContext.Current.CancellationToken))!;

        (story.Order.Status, story.Order.Attempts, story.Order.RunId).ShouldBe((OrderStatus.Dropped, 6, Run));
        story.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Tell_OrderOfAnEarlierRun_IsUnknownToThisProcess()
    {
        (await _teller.TellAsync(null, "B", TestContext.Current.CancellationToken)).ShouldBeNull();
        (await _teller.TellAsync(Run, "nobody's", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Any_OfAnEarlierRun_IsOneOfItsOrders()
    {
        (await _teller.AnyAsync(Run, OrderStatus.Dropped, TestContext.Current.CancellationToken)).ShouldBe("B");
        (await _teller.AnyAsync(null, OrderStatus.Dropped, TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Tell_RunThatIsNotKept_SaysSoAndGivesItsPlaceBack()
    {
        for (var i = 0; i < 5; i++)
        {
            (await Should.ThrowAsync<RunNotReadableException>(() => _teller.TellAsync("gone", "B", TestContext.Current.CancellationToken))).Message.ShouldContain("not kept");
        }

        for (var i = 0; i < 5; i++)
        {
            (await _teller.TellAsync(Run, "A", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Tell_FileThatIsNoDatabase_IsRefusedInWords()
    {
        await File.WriteAllTextAsync(_run.Catalog.FindDatabase(Run)!, "not a database at all", TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<RunNotReadableException>(() => _teller.TellAsync(Run, "B", TestContext.Current.CancellationToken))).Message.ShouldContain("cannot be opened");
    }

    private static RunArchive Archive(SyntheticRun run)
    {
        var resources = new ResourceTable();
        return new(
            run.Database,
            new TraceQueries(run.Database, resources),
            new LogQueries(run.Database, resources, new TelemetryPulse(TimeProvider.System)),
            run.Earlier,
            TimeProvider.System);
    }

    public void Dispose()
    {
        _archive.Dispose();
        _run.Dispose();
    }
}
