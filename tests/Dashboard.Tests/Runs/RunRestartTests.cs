using Scenarios.Reports;
using ServiceDefaults.Telemetry;

namespace Dashboard.Tests.Runs;

/// <summary>A run goes on when the dashboard is started again in its midst.</summary>
public sealed class RunRestartTests : RunBookBed
{
    [Fact]
    public async Task Restart_InTheMiddle_TheNextProcessGoesOnWithTheRun_AndItsTotalsAreExact()
    {
        Export(accepted: 7, delivered: 7);
        var started = await BeginAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 20, delivered: 11);
        Record(times: 4);
        Clock.Advance(TimeSpan.FromSeconds(5));

        var script = new MetricScript(speed: 10);
        using var book = Open(script);
        script.Counter(Now, "notification-api", Instruments.OrdersAccepted, 30).Counter(Now, "delivery-worker", Instruments.OrdersDelivered, 30);
        script.Histogram(Now, "delivery-worker", Instruments.OrdersTimeToDelivery, Times(count: 9));
        var before = book.Live()!;
        var report = await EndAsync(book.FinishAsync(drained: true, load: null, TestContext.Current.CancellationToken));

        before.Id.ShouldBe(started.Id);
        before.Finished.ShouldBeFalse();
        report.StartedAt.ShouldBe(started.StartedAt);
        report.Totals.Accepted.ShouldBe(23);
        report.Totals.Delivered.ShouldBe(23);
        report.Totals.Unaccounted.ShouldBe(0);
        report.TimeToDelivery.P50Seconds.ShouldNotBeNull();
        report.Warnings.ShouldContain(warning => warning.StartsWith("The dashboard was away from minute 0 to minute 1:"));
        Folder.Catalog.Find(started.Id).ShouldNotBeNull().Report.Totals.Accepted.ShouldBe(23);
        Folder.Files("*.journal").ShouldBeEmpty();
    }

    [Fact]
    public async Task Restart_FlowControlWasTurnedBefore_IsRemembered()
    {
        await BeginAsync();
        Book.NoteFlip(enabled: true);
        Export(accepted: 1, delivered: 1);

        using var book = Open(new(speed: 10));

        book.Live()!.Warnings.ShouldContain(warning => warning.StartsWith("Flow control was turned on in minute 0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restart_SettingsWereChangedBefore_IsRemembered()
    {
        await BeginAsync();
        Book.NoteSettings(new());
        Clock.Advance(TimeSpan.FromSeconds(1));
        Book.NoteSettings(Faulty);
        Export(accepted: 1, delivered: 1);

        using var book = Open(new(speed: 10));
        Clock.Advance(TimeSpan.FromSeconds(1));
        book.NoteSettings(Faulty with { EventSource = new() { MaximumConcurrency = 20 } });

        book.Live()!.Settings.ShouldBe(new());
        book.Live()!.SettingChanges.Select(RunWords.Change).ShouldBe(
            ["SlowApi:FaultRate 0.2 → 0.9 at 0:10", "EventSource:MaximumConcurrency 10 → 20 at 0:20"]);
    }

    [Theory]
    [InlineData("flips")]
    [InlineData("absences")]
    [InlineData("settingChanges")]
    public async Task Restart_JournalOfAVersionThatKnewLess_IsReadAllTheSame(string unknown)
    {
        await BeginAsync();
        Export(accepted: 20, delivered: 11);
        var journal = Folder.Files("*.journal").Single();
        var text = await File.ReadAllTextAsync(journal, TestContext.Current.CancellationToken);
        text.ShouldContain($",\"{unknown}\":[]");
        await File.WriteAllTextAsync(journal, text.Replace($",\"{unknown}\":[]", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        using var book = Open(new(speed: 10));

        book.Live()!.Totals.Accepted.ShouldBe(20);
    }

    [Fact]
    public async Task Restart_Twice_LastLineTorn_StillGoesOn()
    {
        await BeginAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 20, delivered: 11);
        await File.AppendAllTextAsync(Folder.Files("*.journal").Single(), "{\"series\":[{\"n\":", TestContext.Current.CancellationToken);

        var second = new MetricScript(speed: 10);
        using (Open(second))
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            second.Counter(Now, "notification-api", Instruments.OrdersAccepted, 25).Counter(Now, "slow-api", Instruments.OrdersProcessed, 4);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        using var third = Open(new(speed: 10));

        third.Live()!.Totals.Accepted.ShouldBe(25);
        third.Live()!.Totals.Processed.ShouldBe(4);
        third.Live()!.Totals.Delivered.ShouldBe(11);
        third.Live()!.Warnings.Count(warning => warning.Contains("away", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Restart_OfTheWholeSystem_KeepsTheRunAsFarAsItCame_AndDoesNotGoOn()
    {
        var started = await BeginAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Export(accepted: 20, delivered: 11);

        using var book = Open(new(speed: 10), launch: "tomorrow");

        book.Live().ShouldBeNull();
        var kept = Folder.Catalog.Find(started.Id).ShouldNotBeNull().Report;
        kept.Drained.ShouldBeFalse();
        kept.Totals.Accepted.ShouldBe(20);
        kept.Warnings.ShouldContain(warning => warning.Contains("ended before this run was finished", StringComparison.Ordinal));
        Folder.Files("*.journal").ShouldBeEmpty();
    }
}
