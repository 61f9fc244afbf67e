using CsCheck;
using LocalAws.State;

namespace LocalAws.Tests.State;

/// <summary>What is acknowledged is there after the next start, whatever became of the file's end; what is damaged is refused.</summary>
public sealed class FileStateLogTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Start_AfterWrites_HasThem()
    {
        await WriteAsync(("a", "1"), ("b", "2"), ("a", "3"));

        Read().ShouldBe([("a", "3"), ("b", "2")]);
    }

    /// <summary>Frames of a few bytes and of many blocks of the disk, in one process and in several after each other.</summary>
    [Fact]
    public Task Start_AfterWritesOfAnyLength_HasThem() => Gen.Int[1, 9000].Array[1, 12].Array[1, 4].SampleAsync(
        async starts =>
        {
            using var directory = new TemporaryDirectory();
            Dictionary<string, string> expected = [];
            foreach (var lengths in starts)
            {
                using var process = new NoteProcess(directory.Path);
                foreach (var length in lengths.Select(static length => length > 8900 ? 16 * length : length))
                {
                    var number = expected.Count.ToString("D4", null);
                    expected[number] = new string((char)('a' + (expected.Count % 26)), length);
                    await process.Notes.WriteAsync(number, expected[number]);
                }
            }

            using var last = new NoteProcess(directory.Path);
            last.Notes.All.OrderBy(static note => note.Key).ShouldBe(expected.OrderBy(static note => note.Key));
        },
        iter: 20);

    [Fact]
    public async Task Flush_OfManyCallers_EndsWithTheirChangesInTheFile()
    {
        using var process = new NoteProcess(_directory.Path);

        await Parallel.ForAsync(0, 500, TestContext.Current.CancellationToken, async (number, _) =>
        {
            var text = Guid.NewGuid().ToString();
            await process.Notes.WriteAsync(number.ToString("D4", null), text);
            // No end of the process: the file has it already.
            (await File.ReadAllBytesAsync(_directory.File(".log"), TestContext.Current.CancellationToken))
                .AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBeGreaterThan(0);
        });
    }

    [Fact]
    public async Task Start_AfterATornWrite_HasAllThatWasBeforeIt()
    {
        await WriteAsync(("a", "1"));
        var whole = End();
        await WriteAsync(("b", "2"));
        var torn = await File.ReadAllBytesAsync(_directory.File(".log"), TestContext.Current.CancellationToken);
        var end = Array.FindLastIndex(torn, static octet => octet != 0) + 1;

        for (var cut = whole + 1; cut < end; cut++)
        {
            await File.WriteAllBytesAsync(_directory.File(".log"), torn[..(int)cut], TestContext.Current.CancellationToken);
            Read().ShouldBe([("a", "1")]);
        }

        await WriteAsync(("c", "3"));
        Read().ShouldBe([("a", "1"), ("c", "3")]);
    }

    [Fact]
    public async Task Start_AfterDamage_IsRefusedUnlessItIsTheLastFrame()
    {
        await WriteAsync(("a", "1"));
        var second = End();
        await WriteAsync(("b", "2"));
        var path = _directory.File(".log");
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        for (var position = (long)FileHead.Length; position < second; position++)
        {
            var damaged = bytes.ToArray();
            damaged[position] ^= 0x10;
            await File.WriteAllBytesAsync(path, damaged, TestContext.Current.CancellationToken);

            var refused = Should.Throw<StateException>(Read);
            refused.Message.ShouldStartWith($"{path} is damaged at byte {FileHead.Length}.");
            refused.Message.ShouldNotContain('\n');
        }
    }

    [Fact]
    public async Task Start_WithAnotherVersion_IsRefusedByName()
    {
        await WriteAsync(("a", "1"));
        var path = _directory.File(".log");
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[8] = 2;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        Should.Throw<StateException>(Read).Message.ShouldBe($"{path} has version 2 of the format; this program knows version 1.");
    }

    [Fact]
    public void Start_InADirectoryThatIsTaken_IsRefused()
    {
        using var first = new NoteProcess(_directory.Path);

        Should.Throw<StateException>(Read).Message.ShouldContain("is in use by another process");
    }

    [Fact]
    public async Task Start_WithoutALogInTheMiddle_IsRefused()
    {
        using (var process = new NoteProcess(_directory.Path))
        {
            await process.Notes.WriteAsync("a", "1");
            process.Compact();
        }

        File.Delete(_directory.File(".log"));

        Should.Throw<StateException>(Read).Message.ShouldContain("is missing");
    }

    [Fact]
    public async Task Compaction_LeavesOneSnapshotAndAShortLog()
    {
        using (var process = new NoteProcess(_directory.Path))
        {
            for (var round = 0; round < 100; round++)
            {
                await process.Notes.WriteAsync("a", new string('x', 1_000));
            }

            process.Compact();
            await process.Notes.WriteAsync("b", "2");
        }

        new FileInfo(_directory.File(".snapshot")).Length.ShouldBeLessThan(2_000);
        Read().ShouldBe([("a", new string('x', 1_000)), ("b", "2")]);
    }

    [Fact]
    public async Task Compaction_HappensByItselfWhileOthersWrite()
    {
        var compactAfter = 64 * 1024;
        using (var process = new NoteProcess(_directory.Path, compactAfter))
        {
            await Parallel.ForAsync(0, 4, TestContext.Current.CancellationToken, async (writer, _) =>
            {
                for (var round = 0; round < 500; round++)
                {
                    await process.Notes.WriteAsync($"{writer}-{round % 10}", $"{round}{new string('x', 500)}");
                }
            });
        }

        _directory.File(".snapshot");
        Read().Select(static note => note.Text.TrimEnd('x')).Order().ShouldBe(
            Enumerable.Range(490, 10).SelectMany(static round => Enumerable.Repeat(round.ToString((IFormatProvider?)null), 4)));
    }

    [Fact]
    public void AnyWritesAndCompactions_AreThereAfterTheNextStart()
    {
        var step = Gen.Select(Gen.OneOf("write", "write", "write", "compact", "restart", "reset"), Gen.Int[0, 5], Gen.String[0, 40]);
        step.List[0, 20].Sample(
            steps =>
            {
                using var directory = new TemporaryDirectory();
                var expected = new Dictionary<string, string>(StringComparer.Ordinal);
                var process = new NoteProcess(directory.Path);
                foreach (var (what, number, text) in steps)
                {
                    var name = number.ToString((IFormatProvider?)null);
                    var safe = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text));
                    switch (what)
                    {
                        case "write":
                            process.Notes.WriteAsync(name, safe).GetAwaiter().GetResult();
                            expected[name] = safe;
                            break;
                        case "compact":
                            process.Compact();
                            break;
                        case "reset":
                            process.Reset();
                            expected.Clear();
                            break;
                        default:
                            process.Dispose();
                            process = new NoteProcess(directory.Path);
                            break;
                    }
                }

                process.Dispose();
                using var last = new NoteProcess(directory.Path);
                last.Notes.All.OrderBy(static note => note.Key).ShouldBe(expected.OrderBy(static note => note.Key));
            },
            iter: 40,
            threads: 1);
    }

    private async Task WriteAsync(params (string Number, string Text)[] notes)
    {
        using var process = new NoteProcess(_directory.Path);
        foreach (var (number, text) in notes)
        {
            await process.Notes.WriteAsync(number, text);
        }
    }

    private (string Number, string Text)[] Read()
    {
        using var process = new NoteProcess(_directory.Path);
        return [.. process.Notes.All.OrderBy(static note => note.Key).Select(static note => (note.Key, note.Value))];
    }

    /// <summary>Where the written part of the log ends.</summary>
    private long End() => Array.FindLastIndex(File.ReadAllBytes(_directory.File(".log")), static octet => octet != 0) + 1;
}
