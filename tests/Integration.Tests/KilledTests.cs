using System.Text.Json;
using Integration.Tests.Fixtures;
using Scenarios.Reports;

namespace Integration.Tests;

/// <summary>A headless run whose witnesses are killed in the middle.</summary>
public sealed class KilledTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("killed-tests-");

    private string ReportFile => Path.Combine(_folder.FullName, "report.json");

    [Fact]
    public async Task Kill_OfTheDashboardInTheMiddle_ItGoesOnWithTheRun_AndTheReportIsComplete()
    {
        using var host = Start();
        var before = await host.UntilLiveAsync(live => live.Totals.Delivered > 20);

        host.Child("Dashboard").Kill();
        var exitCode = await host.EndAsync();

        var report = await ReadAsync();
        exitCode.ShouldBe(0, host.Output);
        report.StartedAt.ShouldBe(before.StartedAt);
        report.Load!.Incomplete.ShouldBeFalse();
        report.Totals.Accepted.ShouldBe(report.Load.Planned);
        report.Totals.Delivered.ShouldBe(report.Totals.Accepted);
        report.Totals.Unaccounted.ShouldBe(0);
        report.Minutes.Sum(minute => minute.Delivered).ShouldBe(report.Totals.Delivered);
        report.Warnings.ShouldContain(warning => warning.StartsWith("The dashboard was away"));
    }

    [Fact]
    public async Task Kill_OfTheLoadGeneratorInTheMiddle_TheLoadEndsThere_AndTheReportSaysSo()
    {
        using var host = Start();
        await host.UntilLiveAsync(live => live.Totals.Accepted > 20);

        host.Child("LoadGenerator").Kill();
        var exitCode = await host.EndAsync();

        var report = await ReadAsync();
        exitCode.ShouldBe(1, "not the run that was asked for");
        report.Drained.ShouldBeTrue();
        report.Load!.Incomplete.ShouldBeTrue();
        report.Totals.Accepted.ShouldBeInRange(21, report.Load.Planned - 1);
        report.Totals.Delivered.ShouldBe(report.Totals.Accepted);
        report.Totals.Unaccounted.ShouldBe(0);
        report.Warnings.ShouldContain(warning => warning.StartsWith("Incomplete load"));
        host.Output.ShouldContain("Incomplete load: the load generator ended in the middle");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private AppHostProcess Start() => AppHostProcess.Start(
        "--exit", "--report", ReportFile, "--scenario", "smoke", "--flow-control", "--speed", "5", $"--Lab:DataDirectory={_folder.FullName}/runs");

    private async Task<RunReport> ReadAsync()
    {
        await using var file = File.OpenRead(ReportFile);
        return (await JsonSerializer.DeserializeAsync(file, ReportJson.Default.RunReport))!;
    }
}
