using System.Diagnostics;
using System.Diagnostics.Metrics;
using Scenarios.Settings;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.Invocation;

/// <summary>
/// Lambda's rules around one invocation: a place in the account's concurrency, the function's timeout, and the metrics
/// of OpenTelemetry's FaaS conventions.
/// </summary>
internal sealed partial class FunctionRuntime
{
    private readonly AccountConcurrency _concurrency;
    private readonly TimeProvider _clock;
    private readonly ILogger<FunctionRuntime> _logger;
    private readonly LiveSettings _settings;
    private readonly Counter<long> _invocations;
    private readonly Counter<long> _errors;
    private readonly Counter<long> _timeouts;
    private readonly Histogram<double> _duration;
    private readonly Counter<double> _billed;

    public FunctionRuntime(
        AccountConcurrency concurrency,
        LiveSettings settings,
        TimeProvider clock,
        IMeterFactory meters,
        ILogger<FunctionRuntime> logger)
    {
        _concurrency = concurrency;
        _clock = clock;
        _logger = logger;
        _settings = settings;
        var meter = meters.Create(WorkerTelemetry.Name);
        _invocations = meter.CreateCounter<long>(Instruments.FaasInvocations, "{invocation}", "Successful invocations");
        _errors = meter.CreateCounter<long>(Instruments.FaasErrors, "{error}", "Invocations that raised an error");
        _timeouts = meter.CreateCounter<long>(Instruments.FaasTimeouts, "{timeout}", "Invocations that timed out");
        _duration = meter.CreateHistogram<double>(Instruments.FaasInvokeDuration, "s", "Duration of an invocation, simulated");
        _billed = meter.CreateCounter<double>(Instruments.BilledDuration, "s", "Duration of invocations, each rounded up to a millisecond, simulated");
    }

    /// <summary>Invokes the function if the account's concurrency allows.</summary>
    /// <param name="handler">The function's handler: null when it succeeded, else its error.</param>
    /// <param name="stopping">Fires when this service stops.</param>
    /// <returns>Null: throttled, nothing was invoked.</returns>
    public async Task<InvocationResult?> TryInvokeAsync(Func<CancellationToken, Task<string?>> handler, CancellationToken stopping)
    {
        if (!_concurrency.TryEnter())
        {
            return null;
        }

        var limit = TimeSpan.FromSeconds(_settings.Current.Delivery.FunctionTimeoutSeconds);
        var start = _clock.GetTimestamp();
        try
        {
            var result = await InvokeAsync(handler, limit, stopping);
            // A machine too busy for the clock's speed ends it late; Lambda would have ended it, and its bill, in time.
            var elapsed = _clock.GetElapsedTime(start);
            var duration = elapsed < limit ? elapsed : limit;
            var billed = TimeSpan.FromMilliseconds(Math.Ceiling(duration.TotalMilliseconds));
            Count(result, duration, billed);
            return result with { BilledDuration = billed };
        }
        finally
        {
            _concurrency.Leave();
        }
    }

    private async Task<InvocationResult> InvokeAsync(Func<CancellationToken, Task<string?>> handler, TimeSpan limit, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        try
        {
            var error = await handler(either.Token);
            return error is null ? InvocationResult.Succeeded : new InvocationResult(InvocationStatus.Failed, error);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return new InvocationResult(InvocationStatus.Aborted, "The service stops.");
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            LogTimeout(limit.TotalSeconds);
            return new InvocationResult(InvocationStatus.TimedOut, $"Task timed out after {limit.TotalSeconds:0.00} seconds");
        }
        catch (Exception defect)
        {
            // As in Lambda, whatever the function raises fails this invocation and no other.
            LogDefect(defect);
            return new InvocationResult(InvocationStatus.Failed, defect.GetType().Name);
        }
    }

    private void Count(InvocationResult result, TimeSpan duration, TimeSpan billed)
    {
        switch (result.Status)
        {
            case InvocationStatus.Succeeded: _invocations.Add(1); break;
            case InvocationStatus.Failed: _errors.Add(1); break;
            case InvocationStatus.TimedOut: _timeouts.Add(1); break;
            case InvocationStatus.Aborted: return;
            default: throw new UnreachableException();
        }

        _duration.Record(duration.TotalSeconds);
        _billed.Add(billed.TotalSeconds);
    }

    [LoggerMessage(1, LogLevel.Error, "FAILED Task timed out after {Seconds} seconds")]
    private partial void LogTimeout(double seconds);

    [LoggerMessage(2, LogLevel.Error, "FAILED with an unhandled error")]
    private partial void LogDefect(Exception defect);
}
