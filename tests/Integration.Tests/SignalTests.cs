using Integration.Tests.Fixtures;

namespace Integration.Tests;

/// <summary>Ctrl+C at every stage of the app host.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("observability-lab-signal-tests-");

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData(true, 130)]
    [InlineData(false, 0)]
    public async Task Interrupt_AtStartUp_EndsInOrder(bool exit, int expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends signals.");
        using var host = Start(exit);
        await host.SaysAsync(static line => line.StartsWith("dashboard ", StringComparison.Ordinal));

        host.Interrupt();
        var (exitCode, output, errors) = await host.EndAsync();

        exitCode.ShouldBe(expected, output);
        output.ShouldContain("Stopping…");
        output.ShouldNotContain("INTERRUPTED");
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, 130)]
    [InlineData(false, 0)]
    public async Task Interrupt_DuringTheRun_TellsHowFarItCame(bool exit, int expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sends signals.");
        var report = Path.Combine(_data.FullName, "report.json");
        using var host = Start(exit, "--report", report);
        await host.SaysAsync(static line => line.StartsWith("Playing ", StringComparison.Ordinal));
        await host.SaysAsync(static line => line.StartsWith("   0 ", StringComparison.Ordinal));

        host.Interrupt();
        var (exitCode, output, errors) = await host.EndAsync();

        exitCode.ShouldBe(expected, output);
        var last = output[output.IndexOf("Stopping…", StringComparison.Ordinal)..];
        last.ShouldContain("INTERRUPTED: the run so far.");
        last.ShouldContain("concurrent");
        last.ShouldContain(" accepted = ");
        last.ShouldContain("No report was written");
        output.Split("Everything is healthy after ").Length.ShouldBe(2);
        errors.ShouldBeEmpty();
        File.Exists(report).ShouldBeFalse();
    }

    private TerminalAppHost Start(bool exit, params string[] more) =>
        TerminalAppHost.Start(["--speed=20", $"--Lab:DataDirectory={_data.FullName}", $"--exit={exit}", .. more]);
}
