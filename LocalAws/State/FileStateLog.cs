using LocalAws.Protocol;

namespace LocalAws.State;

/// <summary>
/// Keeps changes in a file. Callers that want to be durable at the same time share one synchronization: the first of them
/// writes what there is, and whoever comes meanwhile goes with the next frame.
/// </summary>
/// <remarks>The first caller writes on its own thread: with one caller at a time, waking another one costs more than writing.</remarks>
internal sealed partial class FileStateLog : IStateLog, IThreadPoolWorkItem, IDisposable
{
    /// <summary>Bytes that may wait for a disk that refuses, before changes are refused.</summary>
    private const int MostUnwritten = 64 * 1024 * 1024;

    /// <summary>How long a change stays unwritten that nobody waits for.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(200);

    private readonly ILogger<FileStateLog> _logger;

    /// <summary>Guards what is pending; held for moments.</summary>
    private readonly Lock _gate = new();

    /// <summary>Held while a frame is written, and taken before <see cref="_gate"/>.</summary>
    private readonly Lock _writer = new();
    private readonly ITimer _timer;
    private ChangeBuffer _pending = new();
    private ChangeBuffer _spare = new();
    private TaskCompletionSource _next = NewOutcome();
    private TaskCompletionSource? _current;
    private IFrameFile? _file;
    private bool _isWriting;
    private bool _isTimed;
    private bool _isRefused;
    private long _appended;
    private long _durable;

    public FileStateLog(ILogger<FileStateLog> logger)
    {
        _logger = logger;
        _timer = TimeProvider.System.CreateTimer(
            static log => ((FileStateLog)log!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Called with the length of the file after a frame was added to it. It must not wait.</summary>
    public Action<long>? Grown { get; set; }

    /// <summary>Begins to write.</summary>
    public void Begin(IFrameFile file)
    {
        lock (_writer)
        {
            _file = file;
        }
    }

    public void Append(StateChange change)
    {
        lock (_gate)
        {
            if (_isRefused && _pending.Length > MostUnwritten)
            {
                throw Unavailable();
            }

            _pending.Add(change);
            Volatile.Write(ref _appended, _appended + 1);
            if (!_isTimed)
            {
                _isTimed = true;
                _timer.Change(Linger, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <remarks>It does not end early: the disk will answer, and what is written is written.</remarks>
    public ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _durable) == Volatile.Read(ref _appended))
        {
            return ValueTask.CompletedTask;
        }

        Task outcome;
        var writes = false;
        lock (_gate)
        {
            if (_pending.IsEmpty)
            {
                outcome = _current?.Task ?? Task.CompletedTask;
            }
            else
            {
                outcome = _next.Task;
                writes = !_isWriting;
                _isWriting = true;
            }
        }

        if (writes)
        {
            Execute();
        }

        return new ValueTask(outcome);
    }

    /// <summary>Writes a frame; if there is more by then, the next one is written on another thread: this one's caller has its answer.</summary>
    public void Execute()
    {
        WriteFrame();
        lock (_gate)
        {
            _isWriting = !_pending.IsEmpty && !_isRefused;
            if (!_isWriting)
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Ends the file with what was appended until now, and goes on in another one.</summary>
    /// <param name="create">Makes the file that follows the one of the given number.</param>
    /// <exception cref="IOException">The disk refuses; the file stays.</exception>
    public IFrameFile Rotate(Func<long, IFrameFile> create)
    {
        lock (_writer)
        {
            WriteFrame();
            if (_isRefused || _file is not { } last)
            {
                throw new IOException("The log cannot be written.");
            }

            _file = create(last.Number);
            last.Dispose();
            return _file;
        }
    }

    /// <summary>Writes what is pending and closes the file.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_writer)
        {
            if (_file is not null)
            {
                WriteFrame();
                _file.Dispose();
                _file = null;
            }
        }
    }

    private void WriteFrame()
    {
        lock (_writer)
        {
            ChangeBuffer changes;
            long upTo;
            lock (_gate)
            {
                if (_pending.IsEmpty)
                {
                    return;
                }

                (changes, _pending) = (_pending, _spare);
                (_current, _next) = (_next, NewOutcome());
                upTo = _appended;
            }

            try
            {
                (_file ?? throw new IOException("The log is closed.")).Append(changes);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                Refuse(changes, refused);
                return;
            }

            TaskCompletionSource outcome;
            lock (_gate)
            {
                changes.Clear();
                _spare = changes;
                outcome = _current;
                _current = null;
                Volatile.Write(ref _durable, upTo);
                if (_isRefused)
                {
                    _isRefused = false;
                    LogAccepted(_logger);
                }
            }

            outcome.SetResult();
            Grown?.Invoke(_file.End);
        }
    }

    /// <summary>Nothing of it is acknowledged, and all of it is tried again with the next flush.</summary>
    private void Refuse(ChangeBuffer changes, Exception refused)
    {
        TaskCompletionSource?[] outcomes;
        lock (_gate)
        {
            changes.AddAll(_pending);
            _pending.Clear();
            (_pending, _spare) = (changes, _pending);
            outcomes = [_current, _next];
            _current = null;
            _next = NewOutcome();
            if (!_isRefused)
            {
                _isRefused = true;
                LogRefused(_logger, refused.Message);
            }
        }

        foreach (var outcome in outcomes)
        {
            outcome?.SetException(Unavailable());
            // Perhaps nobody waits for it.
            _ = outcome?.Task.Exception;
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            _isTimed = false;
            if (_pending.IsEmpty || _isWriting)
            {
                return;
            }

            _isWriting = true;
        }

        Execute();
    }

    private static AwsException Unavailable() => new(
        "ServiceUnavailable", "The request could not be kept on the disk. Nothing of it is acknowledged.", StatusCodes.Status503ServiceUnavailable);

    private static TaskCompletionSource NewOutcome() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(60, LogLevel.Error, "The log REFUSED a write: {Reason} Calls are answered with ServiceUnavailable until it takes one")]
    private static partial void LogRefused(ILogger logger, string reason);

    [LoggerMessage(61, LogLevel.Information, "The log takes writes again")]
    private static partial void LogAccepted(ILogger logger);
}
