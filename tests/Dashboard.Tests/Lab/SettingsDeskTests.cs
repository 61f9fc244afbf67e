using Scenarios.Reports;
using Scenarios.Settings;

namespace Dashboard.Tests.Lab;

public sealed class SettingsDeskTests : IDisposable
{
    private static readonly SystemSettings Faulty = new() { SlowApi = new() { FaultRate = 0.9 } };

    private readonly LabBed _bed = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Change_WhileARunIsOn_IsInItsReport()
    {
        await _bed.Control.BeginAsync("readme", Cancelled);
        _bed.Clock.Advance(TimeSpan.FromSeconds(3));
        _bed.Applied = (Faulty, Faulty);

        await _bed.Settings.ChangeAsync("SlowApi:FaultRate", "0.9", Cancelled);

        var live = _bed.Book.Live()!;
        live.Settings.ShouldBe(new());
        live.SettingChanges.ShouldHaveSingleItem().ShouldBe(new SettingChange { AtSeconds = 30, Name = "SlowApi:FaultRate", From = "0.2", To = "0.9" });
    }

    [Fact]
    public async Task Change_Refused_LeavesWhatApplies()
    {
        await _bed.Control.BeginAsync("readme", Cancelled);
        _bed.SettingsRefusal = "SlowApi:FaultRate = 7: must be 0 to 1.";

        (await _bed.Settings.ChangeAsync("SlowApi:FaultRate", "7", Cancelled)).Problem.ShouldBe(_bed.SettingsRefusal);

        _bed.Settings.Effective.ShouldBe(new());
        _bed.Book.Live()!.SettingChanges.ShouldBeEmpty();
    }

    /// <summary>As <c>curl -X PUT localhost:5081/settings</c> does: of the downstream's settings only slow-api goes by its own.</summary>
    [Fact]
    public async Task Follow_ChangeThatOnlySlowApiGot_IsSeenWhileARunIsOn_AndWhatApplies()
    {
        await _bed.Settings.StartAsync(Cancelled);
        await _bed.Book.BeginAsync("readme", flowControl: false, speed: 10, seed: 1, Cancelled);
        await _bed.PassUntilAsync(() => _bed.Book.Current().Start?.Settings is not null);

        _bed.Applied = (Faulty, new());

        await _bed.PassUntilAsync(() => _bed.Book.Live()!.SettingChanges is [{ Name: "SlowApi:FaultRate", To: "0.9" }]);
        _bed.Settings.Effective.ShouldBe(Faulty);
        _bed.Settings.Latest!.Problem.ShouldNotBeNull().ShouldContain("different settings");
    }

    public void Dispose() => _bed.Dispose();
}
