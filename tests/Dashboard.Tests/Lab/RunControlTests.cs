using Dashboard.Lab.Control;

namespace Dashboard.Tests.Lab;

public sealed class RunControlTests : IDisposable
{
    private readonly LabBed _bed = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Begin_PlaysTheScenario_WithItsOwnSettings()
    {
        (await _bed.Control.BeginAsync("smoke", Cancelled)).ShouldBeNull();

        _bed.Orders.ShouldBe(
        [
            """PUT slow-api/settings {"scenario":"smoke"}""",
            """PUT delivery-worker/settings {"scenario":"smoke"}""",
            """POST load-generator/runs {"scenario":"smoke"}""",
        ]);
        var (start, frozen) = _bed.Book.Current();
        start.ShouldNotBeNull().ShouldSatisfyAllConditions(run => run.Scenario.ShouldBe("smoke"), run => run.Speed.ShouldBe(10));
        frozen.ShouldBeNull();
        _bed.Control.Status.Phase.ShouldBe(RunPhase.Playing);
    }

    [Fact]
    public async Task Begin_ScenarioOfTheServices_LeavesTheirSettingsAlone()
    {
        await _bed.Control.BeginAsync("readme", Cancelled);
        _bed.Orders.ShouldBe(["""POST load-generator/runs {"scenario":"readme"}"""]);
    }

    [Fact]
    public async Task Begin_WhileARunIsOn_IsRefused_WhoeverBeganIt()
    {
        await _bed.Book.BeginAsync("talk", flowControl: false, speed: 10, seed: 1, Cancelled);
        (await _bed.Control.BeginAsync("smoke", Cancelled)).ShouldNotBeNull().ShouldStartWith("A run of talk is on.");
        _bed.Orders.ShouldBeEmpty();
    }

    [Fact]
    public async Task Begin_UnknownScenario_NamesTheKnownOnes() =>
        (await _bed.Control.BeginAsync("tlak", Cancelled)).ShouldBe("There is no scenario tlak: it must be one of readme, smoke, talk.");

    [Fact]
    public async Task Begin_LoadGeneratorRefuses_SaysWhy_AndLeavesNoRunOn()
    {
        _bed.Refusal = "Run 7 of readme is under way.";
        var begin = _bed.Control.BeginAsync("smoke", Cancelled);
        await _bed.PassUntilAsync(() => begin.IsCompleted);

        (await begin).ShouldBe("Run 7 of readme is under way.");
        _bed.Book.Current().Frozen.ShouldNotBeNull().Drained.ShouldBeFalse();
        _bed.Control.Status.Phase.ShouldBe(RunPhase.Idle);
    }

    [Fact]
    public async Task Follow_LoadOverAndEveryOrderSettled_FinishesTheRun()
    {
        _bed.Export(0, 0);
        await StartAsync();
        await _bed.Control.BeginAsync("smoke", Cancelled);
        await _bed.PassUntilAsync(() => _bed.Watch.Snapshot?.Live is not null, () => _bed.Export(3, 1));
        _bed.Load = LabBed.Play("completed", accepted: 3);
        await _bed.PassUntilAsync(() => _bed.Control.Status.Phase == RunPhase.Draining, () => _bed.Export(3, 1));
        _bed.Book.Current().Frozen.ShouldBeNull();

        await _bed.PassUntilAsync(() => _bed.Book.Current().Frozen is not null, () => _bed.Export(3, 3));

        var report = _bed.Book.Current().Frozen!;
        report.Drained.ShouldBeTrue();
        report.Totals.Delivered.ShouldBe(3);
        report.Load!.Planned.ShouldBe(3);
        await _bed.PassUntilAsync(() => _bed.Control.Status.Phase == RunPhase.Idle);
    }

    [Fact]
    public async Task Follow_RunThatTheAppHostBegan_IsShown_AndFinishedByTheAppHost()
    {
        _bed.Export(0, 0);
        await StartAsync();
        await _bed.Book.BeginAsync("smoke", flowControl: false, speed: 10, seed: 1, Cancelled);
        _bed.Load = LabBed.Play("completed", accepted: 3);
        await _bed.PassUntilAsync(
            () => _bed.Control.Status.Phase == RunPhase.Draining && _bed.Watch.Snapshot?.Live is { Settled: true }, () => _bed.Export(3, 3));
        for (var i = 0; i < 10; i++)
        {
            var before = _bed.Clock.GetUtcNow();
            await _bed.PassUntilAsync(() => _bed.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(0.5), () => _bed.Export(3, 3));
        }

        _bed.Book.Current().Frozen.ShouldBeNull();
    }

    [Fact]
    public async Task GiveUp_StopsTheLoad_AndEndsTheRunAsItIs()
    {
        await _bed.Control.BeginAsync("readme", Cancelled);
        _bed.Orders.Clear();

        var ending = _bed.Control.GiveUpAsync(Cancelled);
        await _bed.PassUntilAsync(() => ending.IsCompleted);

        (await ending).ShouldBeNull();
        _bed.Orders.ShouldBe(["DELETE load-generator/runs/current"]);
        _bed.Book.Current().Frozen.ShouldNotBeNull().Drained.ShouldBeFalse();
    }

    public void Dispose() => _bed.Dispose();

    private async Task StartAsync()
    {
        await _bed.Watch.StartAsync(Cancelled);
        await _bed.Control.StartAsync(Cancelled);
    }
}
