using System.Diagnostics;
using Integration.Tests.Fixtures;

namespace Integration.Tests;

/// <summary>An experiment that is ended in the middle leaves nothing running.</summary>
public sealed class ExperimentEndTests : IDisposable
{
    private const int Interrupted = 130;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("experiment-end-tests-");

    [Fact]
    public async Task Kill_OfTheExperiment_EndsTheArmsProcesses()
    {
        using var experiment = Start();
        var begun = await UntilPlayingAsync(experiment);

        Process.GetProcessById(experiment.Id).Kill();
        await experiment.EndAsync();

        await ShouldEndAsync(begun);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Signal_ToTheExperimentAlone_EndsTheArmsProcessesAndSaysSo(string signal)
    {
        using var experiment = Start();
        var begun = await UntilPlayingAsync(experiment);

        using (var kill = Process.Start("kill", [$"-{signal}", $"{experiment.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        (await experiment.EndAsync()).ShouldBe(Interrupted);
        experiment.Output.ShouldContain("Interrupted; no report was written.");
        await ShouldEndAsync(begun);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private AppHostProcess Start() => AppHostProcess.Start(
        "experiment", "--scenario", "smoke", "--flow-control", "off", "--out", Path.Combine(_folder.FullName, "report"), $"--Lab:DataDirectory={_folder.FullName}/runs");

    private static async Task<IReadOnlyList<Process>> UntilPlayingAsync(AppHostProcess experiment)
    {
        await Lab.UntilAsync(() => Task.FromResult(experiment.Output.Contains("Playing smoke", StringComparison.Ordinal) ? "yes" : null));
        var begun = Processes.Below(experiment.Id);
        begun.Count.ShouldBeGreaterThan(5);
        return begun;
    }

    private static async Task ShouldEndAsync(IReadOnlyList<Process> processes)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        foreach (var process in processes)
        {
            await process.WaitForExitAsync(limit.Token);
            process.Dispose();
        }
    }
}
