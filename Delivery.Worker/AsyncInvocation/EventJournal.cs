using System.Diagnostics;
using System.Globalization;
using Delivery.Worker.Functions;
using ServiceDefaults.State;

namespace Delivery.Worker.AsyncInvocation;

/// <summary>
/// Lambda's internal queue outlives the function; so does this one. An event is in the journal before it is
/// acknowledged, and a restarted worker goes on with those that were not settled.
/// </summary>
/// <remarks>
/// Lines: <c>R number receivedAt traceparent payload</c> (received; the payload in Base64), <c>A number attempts</c> (an
/// invocation was spent), <c>S number</c> (settled). The file is cut when nothing is pending.
/// </remarks>
internal sealed class EventJournal : IDisposable
{
    /// <summary>Below this size cutting the file is not worth the call.</summary>
    private const long WorthCuttingBytes = 1 << 20;

    private readonly Dictionary<long, PendingEvent> _pending = [];
    private readonly Lock _lock = new();
    private readonly StateFile? _file;
    private long _lastNumber;

    /// <summary>Opens the journal.</summary>
    /// <param name="path">Its file; null: in memory only, and what is pending is lost with the process.</param>
    public EventJournal(string? path)
    {
        if (path is not null)
        {
            _file = StateFile.Open(path, Replay);
        }

        Unfinished = [.. _pending.Values.OrderBy(pending => pending.Number)];
    }

    /// <summary>What an earlier process left unsettled.</summary>
    public IReadOnlyList<PendingEvent> Unfinished { get; }

    /// <summary>Events received and not settled.</summary>
    public int PendingCount
    {
        get
        {
            lock (_lock)
            {
                return _pending.Count;
            }
        }
    }

    /// <summary>Takes an event in.</summary>
    /// <exception cref="IOException">It could not be noted, and was not taken.</exception>
    public PendingEvent Receive(OrderEvent order, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt, ActivityContext parent)
    {
        lock (_lock)
        {
            var pending = new PendingEvent(++_lastNumber, receivedAt, 0, parent, payload, order);
            _file?.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"R {pending.Number} {receivedAt:O} {Traceparent(parent)} {Convert.ToBase64String(payload.Span)}"));
            _pending.Add(pending.Number, pending);
            return pending;
        }
    }

    /// <summary>Notes that an invocation was spent on an event.</summary>
    public void Attempted(PendingEvent pending, int attempts)
    {
        lock (_lock)
        {
            _pending[pending.Number] = pending with { Attempts = attempts };
            _file?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A {pending.Number} {attempts}"));
        }
    }

    /// <summary>Invocations that were spent on a pending order; null if it is not pending.</summary>
    public int? AttemptsOf(string orderId)
    {
        lock (_lock)
        {
            return _pending.Values.FirstOrDefault(pending => pending.Event.OrderId == orderId)?.Attempts;
        }
    }

    /// <summary>Notes that an event is done with.</summary>
    public void Settle(PendingEvent pending)
    {
        lock (_lock)
        {
            if (!_pending.Remove(pending.Number) || _file is null)
            {
                return;
            }

            _file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"S {pending.Number}"));
            if (_pending.Count == 0 && _file.Length > WorthCuttingBytes)
            {
                _file.Clear();
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    private static string Traceparent(ActivityContext context) =>
        context == default ? "-" : $"00-{context.TraceId}-{context.SpanId}-0{(int)context.TraceFlags}";

    private void Replay(string line)
    {
        var fields = line.Split(' ');
        if (fields.Length < 2 || !long.TryParse(fields[1], CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        _lastNumber = Math.Max(_lastNumber, number);
        switch (fields)
        {
            case ["R", _, var receivedAt, var trace, var payload] when TryDecode(payload) is { } bytes && OrderEvent.Parse(bytes) is { } order:
                _ = ActivityContext.TryParse(trace, null, isRemote: true, out var parent);
                _ = DateTimeOffset.TryParse(receivedAt, CultureInfo.InvariantCulture, out var received);
                _pending[number] = new PendingEvent(number, received, 0, parent, bytes, order);
                break;
            case ["A", _, var text] when _pending.TryGetValue(number, out var known) && int.TryParse(text, CultureInfo.InvariantCulture, out var attempts):
                _pending[number] = known with { Attempts = attempts };
                break;
            case ["S", _]:
                _pending.Remove(number);
                break;
            default:
                // Of an event that was settled already, or that no longer can be read.
                break;
        }
    }

    private static byte[]? TryDecode(string payload)
    {
        var bytes = new byte[payload.Length];
        return Convert.TryFromBase64String(payload, bytes, out var length) ? bytes[..length] : null;
    }
}
