using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The log of one instance: the last lines, and whoever reads along. Its memory is bounded, whatever is written.</summary>
internal sealed class ResourceLog(TimeProvider clock, int capacity = ResourceLog.DefaultCapacity)
{
    internal const int DefaultCapacity = 2_000;
    private readonly Lock _lock = new();
    private readonly Queue<LogLine> _lines = new();
    private readonly List<Channel<LogLine>> _readers = [];
    private int _lastNumber;
    private bool _complete;
    private TaskCompletionSource? _more;

    /// <summary>The number of the newest line; 0 before the first.</summary>
    internal int LastNumber
    {
        get
        {
            lock (_lock)
            {
                return _lastNumber;
            }
        }
    }

    /// <summary>Adds a line.</summary>
    internal void Add(string text, bool isError)
    {
        var instant = clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        lock (_lock)
        {
            var line = new LogLine(++_lastNumber, $"{instant} {text}", isError);
            _lines.Enqueue(line);
            if (_lines.Count > capacity)
            {
                _lines.Dequeue();
            }

            foreach (var reader in _readers)
            {
                reader.Writer.TryWrite(line);
            }

            TellMore();
        }
    }

    /// <summary>Ends the readers: nothing more will come.</summary>
    internal void Complete()
    {
        lock (_lock)
        {
            _complete = true;
            foreach (var reader in _readers)
            {
                reader.Writer.TryComplete();
            }

            TellMore();
        }
    }

    /// <summary>Forgets the lines so far.</summary>
    internal void Clear()
    {
        lock (_lock)
        {
            _lines.Clear();
        }
    }

    /// <summary>The lines that are still known.</summary>
    internal IReadOnlyList<LogLine> Snapshot()
    {
        lock (_lock)
        {
            return [.. _lines];
        }
    }

    /// <summary>
    /// Known lines behind a number, <paramref name="limit"/> at most. A reader that asks page by page holds nothing here,
    /// however slow it is; it sees by the numbers what it missed.
    /// </summary>
    internal LogPage ReadAfter(int number, int limit)
    {
        lock (_lock)
        {
            LogLine[] lines = [.. _lines.SkipWhile(line => line.LineNumber <= number).Take(limit)];
            var more = lines.Length > 0 ? Task.CompletedTask
                : _complete ? null
                : (_more ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            return new LogPage(lines, more);
        }
    }

    /// <summary>The lines that are still known, then those to come. A reader that is too slow loses the oldest.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var channel = Channel.CreateBounded<LogLine>(
            new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        IReadOnlyList<LogLine> backlog;
        lock (_lock)
        {
            backlog = [.. _lines];
            if (_complete)
            {
                channel.Writer.TryComplete();
            }
            else
            {
                _readers.Add(channel);
            }
        }

        try
        {
            if (backlog.Count > 0)
            {
                yield return backlog;
            }

            while (await channel.Reader.WaitToReadAsync(cancellationToken))
            {
                List<LogLine> batch = [];
                while (channel.Reader.TryRead(out var line))
                {
                    batch.Add(line);
                }

                yield return batch;
            }
        }
        finally
        {
            lock (_lock)
            {
                _readers.Remove(channel);
            }
        }
    }

    private void TellMore()
    {
        _more?.TrySetResult();
        _more = null;
    }
}
