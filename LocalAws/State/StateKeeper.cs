using System.Diagnostics;

namespace LocalAws.State;

/// <summary>Brings the state back at start-up, and keeps the log from growing with what is no longer so.</summary>
internal sealed partial class StateKeeper(
    IStateLog log, IEnumerable<IStatePart> parts, LocalAwsOptions options, ILogger<StateKeeper> logger) : IDisposable
{
    private const int SnapshotFrame = 1024 * 1024;

    private readonly IStatePart[] _parts = [.. parts.OrderBy(static part => part.Id)];
    private readonly Lock _compaction = new();
    private DataDirectory? _directory;
    private long _compactAt;
    private int _compacting;

    /// <summary>Restores the state, if it is kept. Called once, before the first call is answered.</summary>
    /// <exception cref="StateException">The data directory cannot be used, or what is in it cannot be relied on.</exception>
    public void Open()
    {
        if (log is FileStateLog file)
        {
            Restore(file);
            foreach (var part in _parts)
            {
                part.Resume();
            }
        }
    }

    /// <summary>Writes the state as it is and deletes the log of how it became so.</summary>
    /// <exception cref="IOException">The disk refuses; all stays as it was.</exception>
    public void Compact()
    {
        if (log is not FileStateLog file)
        {
            return;
        }

        lock (_compaction)
        {
            var directory = _directory ?? throw new InvalidOperationException("The state is not open.");
            var number = file.Rotate(last => NewLog(directory, last + 1)).Number;
            var size = WriteSnapshot(directory, number);
            directory.Establish(number);
            Volatile.Write(ref _compactAt, Math.Max(options.CompactAfterBytes, size));
        }
    }

    /// <summary>Forgets everything, on the disk too.</summary>
    /// <exception cref="IOException">The disk refuses: what is forgotten would be back after a start.</exception>
    public void Reset()
    {
        foreach (var part in _parts)
        {
            part.Clear();
        }

        Compact();
    }

    public void Dispose()
    {
        (log as FileStateLog)?.Dispose();
        lock (_compaction)
        {
            _directory?.Dispose();
        }
    }

    private void Restore(FileStateLog file)
    {
        var started = Stopwatch.GetTimestamp();
        var directory = _directory = DataDirectory.Open(options.DataDirectory!);
        try
        {
            var (last, changes) = RestoreAll(directory);
            Volatile.Write(ref _compactAt, options.CompactAfterBytes);
            file.Grown = OnGrown;
            file.Begin(last);
            LogRestored(logger, changes, options.DataDirectory!, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"The data directory {options.DataDirectory} cannot be used: {refused.Message}", refused);
        }
    }

    private (StateFile Last, long Changes) RestoreAll(DataDirectory directory)
    {
        var changes = 0L;
        var byId = _parts.ToDictionary(static part => part.Id);
        ChangeReader apply = (id, change) =>
        {
            changes++;
            (byId.GetValueOrDefault(id) ?? throw new InvalidDataException($"there is no part {id}.")).Restore(change);
        };

        var first = 1L;
        if (directory.Snapshots is [.., var snapshot])
        {
            first = snapshot;
            new StateFileReader(directory.SnapshotPath(snapshot), snapshot).Read(mayBeTorn: false, apply);
            directory.DeleteBefore(snapshot);
        }

        var logs = directory.Logs;
        for (var index = 0; index < logs.Count; index++)
        {
            var number = logs[index];
            var path = directory.LogPath(number);
            if (number != first + index)
            {
                throw Missing(directory.LogPath(first + index));
            }

            var isLast = index == logs.Count - 1;
            var (end, isTorn) = new StateFileReader(path, number).Read(mayBeTorn: isLast, apply);
            if (isTorn)
            {
                LogTorn(logger, path, end);
            }

            if (isLast)
            {
                return (end == 0 ? NewLog(directory, number) : StateFile.Continue(path, number, end), changes);
            }
        }

        return first > 1 ? throw Missing(directory.LogPath(first)) : (NewLog(directory, first), changes);
    }

    private static StateException Missing(string path) =>
        new($"{path} is missing. Put back a copy of the data directory, or start anew with another one (--data DIRECTORY).");

    private static StateFile NewLog(DataDirectory directory, long number)
    {
        var file = StateFile.Create(directory.LogPath(number), number, isFilledAhead: true);
        directory.Synchronize();
        return file;
    }

    private long WriteSnapshot(DataDirectory directory, long number)
    {
        using var file = StateFile.Create(directory.UnfinishedPath(number), number, isFilledAhead: false);
        var frame = new ChangeBuffer();
        foreach (var change in _parts.SelectMany(static part => part.Snapshot()))
        {
            frame.Add(change);
            if (frame.Length >= SnapshotFrame)
            {
                file.Append(frame);
                frame.Clear();
            }
        }

        if (!frame.IsEmpty)
        {
            file.Append(frame);
        }

        file.Synchronize();
        return file.End;
    }

    /// <summary>The log is longer than what it keeps: on another thread, for this one is writing.</summary>
    private void OnGrown(long length)
    {
        if (length > Volatile.Read(ref _compactAt) && Interlocked.Exchange(ref _compacting, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static keeper => keeper.CompactInBackground(), this, preferLocal: false);
        }
    }

    private void CompactInBackground()
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            Compact();
            LogCompacted(logger, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // The log still has everything. Not at once again: wait until there is as much to gain once more.
            Volatile.Write(ref _compactAt, Volatile.Read(ref _compactAt) + options.CompactAfterBytes);
            LogNotCompacted(logger, refused.Message);
        }
        finally
        {
            Volatile.Write(ref _compacting, 0);
        }
    }

    [LoggerMessage(62, LogLevel.Information, "RESTORED {Changes} changes from {Directory} in {Milliseconds:F0} ms")]
    private static partial void LogRestored(ILogger logger, long changes, string directory, double milliseconds);

    [LoggerMessage(63, LogLevel.Warning, "{Path} was CUT OFF at byte {End}: what stood there is part of a write that was never acknowledged")]
    private static partial void LogTorn(ILogger logger, string path, long end);

    [LoggerMessage(64, LogLevel.Debug, "The log was COMPACTED in {Milliseconds:F0} ms")]
    private static partial void LogCompacted(ILogger logger, double milliseconds);

    [LoggerMessage(65, LogLevel.Warning, "The log could NOT BE COMPACTED: {Reason}")]
    private static partial void LogNotCompacted(ILogger logger, string reason);
}
