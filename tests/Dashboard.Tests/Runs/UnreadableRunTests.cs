using Dashboard.Ask;
using Dashboard.Runs;
using Dashboard.Story;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Store;
using Dashboard.Tests.Ask;

namespace Dashboard.Tests.Runs;

/// <summary>Earlier runs whose files are not what they were: whoever asks is told so, and this process' own telemetry is none the worse.</summary>
public sealed class UnreadableRunTests : IDisposable
{
    private const string Run = "this";

    private readonly SyntheticRun _run = new();

    public UnreadableRunTests() => _run.Reopen();

    public static TheoryData<string> Damages => ["empty", "torn in its head", "torn in the middle", "garbage", "garbage after its head"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task AskAndTell_DamagedFile_SayThatItCannotBeRead(string damage)
    {
        Harm(_run.Catalog.FindDatabase(Run)!, damage);
        using var asker = new Asker(_run.Database, _run.Earlier, new(), TimeProvider.System);
        var resources = new ResourceTable();
        using var archive = new RunArchive(
            _run.Database, new TraceQueries(_run.Database, resources), new LogQueries(_run.Database, resources, new TelemetryPulse(TimeProvider.System)), _run.Earlier, TimeProvider.System);

        var refused = await Should.ThrowAsync<QuestionRefusedException>(() => asker.AskAsync("SELECT name, attributes FROM spans", Run, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<RunNotReadableException>(() => new StoryTeller(archive, _run.Catalog).TellAsync(Run, "B", TestContext.Current.CancellationToken));

        refused.Message.ShouldNotContain("   at ");
        (await asker.AskAsync("SELECT count(*) FROM spans", null, TestContext.Current.CancellationToken)).Rows.ShouldHaveSingleItem()[0].ShouldBe(0.0);
    }

    public void Dispose() => _run.Dispose();

    private static void Harm(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        var garbage = new byte[bytes.Length];
        new Random(7).NextBytes(garbage);
        const int Head = 3 * 4_096;
        switch (damage)
        {
            case "empty": File.WriteAllBytes(file, []); break;
            case "torn in its head": File.WriteAllBytes(file, bytes[..100]); break;
            case "torn in the middle": File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]); break;
            case "garbage": File.WriteAllBytes(file, garbage); break;
            default: File.WriteAllBytes(file, [.. bytes[..Head], .. garbage[Head..]]); break;
        }
    }
}
