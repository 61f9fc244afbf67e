using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using LocalAws.State;

namespace LocalAws.Tests.State;

/// <summary>A note by number: the smallest state there can be.</summary>
internal sealed record NoteChange(string Number, string Text) : StateChange
{
    public override StatePartId Part => StatePartId.Parameters;

    public override void Encode(IBufferWriter<byte> target) => Encoding.UTF8.GetBytes($"{Number}={Text}", target);
}

/// <summary>Notes that outlive a log.</summary>
internal sealed class Notes(IStateLog log) : IStatePart
{
    private readonly Lock _changes = new();

    public ConcurrentDictionary<string, string> All { get; } = new(StringComparer.Ordinal);

    public StatePartId Id => StatePartId.Parameters;

    public Task WriteAsync(string number, string text)
    {
        lock (_changes)
        {
            log.Append(new NoteChange(number, text));
            All[number] = text;
        }

        return log.FlushAsync(CancellationToken.None).AsTask();
    }

    public void Restore(ReadOnlySpan<byte> change)
    {
        var parts = Encoding.UTF8.GetString(change).Split('=', 2);
        All[parts[0]] = parts.Length == 2 ? parts[1] : throw new InvalidDataException("no note");
    }

    public IEnumerable<StateChange> Snapshot()
    {
        lock (_changes)
        {
            return [.. All.Select(static note => new NoteChange(note.Key, note.Value))];
        }
    }

    public void Clear() => All.Clear();
}

/// <summary>A process that keeps notes, from its start to its end.</summary>
internal sealed class NoteProcess : IDisposable
{
    private readonly StateKeeper _keeper;

    public NoteProcess(string directory, long compactAfterBytes = long.MaxValue)
    {
        var log = new FileStateLog(Microsoft.Extensions.Logging.Abstractions.NullLogger<FileStateLog>.Instance);
        Notes = new Notes(log);
        _keeper = new StateKeeper(
            log,
            [Notes],
            new LocalAwsOptions { DataDirectory = directory, CompactAfterBytes = compactAfterBytes },
            Microsoft.Extensions.Logging.Abstractions.NullLogger<StateKeeper>.Instance);
        try
        {
            _keeper.Open();
        }
        catch
        {
            _keeper.Dispose();
            throw;
        }
    }

    public Notes Notes { get; }

    public void Compact() => _keeper.Compact();

    public void Reset() => _keeper.Reset();

    public void Dispose() => _keeper.Dispose();
}
