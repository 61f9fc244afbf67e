using System.Diagnostics;
using System.Globalization;
using LocalAws.Tests.State;

namespace LocalAws.Tests.Crash;

/// <summary>
/// SIGKILL at random moments under load. <c>LOCALAWS_KILLS=200</c> in the environment for as many kills as a release gets;
/// <c>LOCALAWS_SEED</c> for the moments of another run.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int FewKills = 5;

    [Fact]
    public async Task Kill_AtAnyMoment_LosesNothingThatWasAcknowledged()
    {
        using var directory = new TemporaryDirectory();
        var kills = Setting("LOCALAWS_KILLS", FewKills);
        var run = new CrashRun(directory.Path, kills, Setting("LOCALAWS_SEED", 1));
        var started = Stopwatch.GetTimestamp();

        await run.RunAsync();

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kills} kills in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s: {run.Ledger.Sent} sends, {run.Ledger.Deleted} deletions, {run.Ledger.Parameters.Count} parameters, {run.Ledger.Rules.Count} rules and {run.Ledger.Stacks.Count} stacks acknowledged; lost {run.Ledger.Missing.Count}, early {run.Ledger.Early}"));
        run.Faults.ShouldBeEmpty();
        run.Ledger.Early.ShouldBe(0);
        run.Ledger.Sent.ShouldBeGreaterThan(kills);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
