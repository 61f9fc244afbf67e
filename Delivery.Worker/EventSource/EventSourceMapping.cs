using System.Collections.Concurrent;
using Amazon.Runtime;
using Scenarios.Settings;

namespace Delivery.Worker.EventSource;

/// <summary>
/// The flow-controlled path: reads the queue with long polls, and only as much as can be invoked at once, so that
/// no message waits here with its visibility timeout running. Source: AWS Lambda Developer Guide, "Configuring scaling
/// behavior for SQS event source mappings".
/// </summary>
internal sealed partial class EventSourceMapping : BackgroundService
{
    /// <summary>Real time that a stop leaves to invocations under way; the host's own limit is longer.</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long a throttled invocation is tried again before its messages go back: the visibility timeout (150 s) less an
    /// invocation (29 s), and a margin. Each time they are received counts towards the dead-letter queue.
    /// </summary>
    private static readonly TimeSpan ThrottlePatience = TimeSpan.FromSeconds(100);

    private readonly SourceQueue _queue;
    private readonly BatchInvoker _invoker;
    private readonly LiveSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ILogger<EventSourceMapping> _logger;
    private readonly PollerScaling _scaling;
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly CancellationTokenSource _abort = new();
    private volatile TaskCompletionSource _ended = NewSignal();
    private int _invocations;

    public EventSourceMapping(
        SourceQueue queue,
        BatchInvoker invoker,
        LiveSettings settings,
        TimeProvider clock,
        ILogger<EventSourceMapping> logger)
    {
        _queue = queue;
        _invoker = invoker;
        _settings = settings;
        _clock = clock;
        _logger = logger;
        _scaling = new PollerScaling(_settings, clock);
    }

    private EventSourceSettings Settings => _settings.Current.EventSource;

    /// <summary>Stops polling, lets invocations under way finish for a moment, and releases the messages of the others.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        var running = Task.WhenAll(_running.Keys);
        await Task.WhenAny(running, Task.Delay(StopGrace, TimeProvider.System, cancellationToken));
        await _abort.CancelAsync();
        await running.WaitAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _abort.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backoff = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PollAsync(stoppingToken);
                backoff = TimeSpan.Zero;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception refused) when (refused is AmazonServiceException or AmazonClientException or HttpRequestException or OperationCanceledException)
            {
                if (backoff == TimeSpan.Zero)
                {
                    LogCannotPoll(Settings.QueueName, refused.Message);
                }

                _queue.Forget();
                backoff = backoff == TimeSpan.Zero ? FirstBackoff : TimeSpan.FromTicks(Math.Min(backoff.Ticks * 2, LongestBackoff.Ticks));
                await DelayAsync(backoff, stoppingToken);
            }
        }
    }

    private async Task PollAsync(CancellationToken stopping)
    {
        var batchSize = Settings.BatchSize;
        var slots = await WaitForSlotsAsync(batchSize, stopping);
        var messages = await _queue.ReceiveAsync(slots * batchSize, stopping);
        if (messages.Count == 0)
        {
            _scaling.Idle();
        }

        foreach (var batch in messages.Chunk(batchSize))
        {
            Begin(batch);
        }
    }

    /// <summary>
    /// Waits until an invocation may begin; returns how many may, as far as one receive call can fill them. Nobody else
    /// begins one meanwhile.
    /// </summary>
    private async Task<int> WaitForSlotsAsync(int batchSize, CancellationToken stopping)
    {
        while (true)
        {
            // The signal first: an end between the lines is seen in the number of invocations.
            var ended = _ended.Task;
            var free = _scaling.Limit - Volatile.Read(ref _invocations);
            if (free > 0)
            {
                _scaling.Free();
                var fillable = (SourceQueue.MaximumReceive + batchSize - 1) / batchSize;
                return Math.Min(free, fillable);
            }

            _scaling.Busy();
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(ended, Task.Delay(_scaling.UntilNext ?? Timeout.InfiniteTimeSpan, _clock, waiting.Token));
            await waiting.CancelAsync();
            stopping.ThrowIfCancellationRequested();
        }
    }

    private void Begin(IReadOnlyList<QueueMessage> batch)
    {
        Interlocked.Increment(ref _invocations);
        var run = Task.Run(() => RunAsync(batch));
        _running[run] = 0;
        _ = run.ContinueWith(
            done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task RunAsync(IReadOnlyList<QueueMessage> batch)
    {
        try
        {
            var outcome = await InvokeAsync(batch);
            await _queue.DeleteAsync(outcome.Delivered);
            await _queue.ReleaseAsync(outcome.Unworked);
        }
        catch (Exception refused) when (refused is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            // What was delivered and could not be deleted is received again: at least once, as SQS says.
            LogCannotSettle(Settings.QueueName, refused.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _invocations);
            var told = _ended;
            _ended = NewSignal();
            told.TrySetResult();
        }
    }

    /// <summary>
    /// The visibility timeout leaves time "to retry if your function is throttled" (AWS Lambda Developer Guide, "Creating and
    /// configuring an Amazon SQS event source mapping").
    /// </summary>
    private async Task<BatchOutcome> InvokeAsync(IReadOnlyList<QueueMessage> batch)
    {
        var received = _clock.GetTimestamp();
        while (true)
        {
            var outcome = await _invoker.InvokeAsync(batch, _abort.Token);
            if (outcome is { Throttled: true } or { Failed: true })
            {
                _scaling.BackOff();
            }

            if (!outcome.Throttled)
            {
                return outcome;
            }

            await DelayAsync(FirstBackoff, _abort.Token);
            if (_abort.IsCancellationRequested || _clock.GetElapsedTime(received) >= ThrottlePatience)
            {
                return outcome;
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(delay, _clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping; the caller sees that for itself.
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The queue {Queue} cannot be read: {Error}; trying again")]
    private partial void LogCannotPoll(string queue, string error);

    [LoggerMessage(2, LogLevel.Warning, "Messages of {Queue} could not be settled: {Error}")]
    private partial void LogCannotSettle(string queue, string error);
}
