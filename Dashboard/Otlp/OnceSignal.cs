using System.IO.Hashing;
using Dashboard.Telemetry;

namespace Dashboard.Otlp;

/// <summary>
/// Takes each request once: a sender that did not get its answer sends the same bytes again, and what it had sent must not be stored
/// twice. The last few thousand requests are remembered by their digest.
/// </summary>
internal sealed class OnceSignal(IOtlpSignal signal, RepeatedRequests repeated) : IOtlpSignal
{
    /// <summary>Far more than come within the time for which a sender keeps trying.</summary>
    private const int Remembered = 4_096;

    /// <summary>What the sender of a repeated request is told, as a warning: it counts as taken.</summary>
    public const string Warning = "These bytes were taken in before: the request was not stored again.";

    private readonly Lock _lock = new();

    /// <summary>Whether a request is taken, by its digest; false while that is not decided.</summary>
    private readonly Dictionary<UInt128, bool> _requests = [];

    private readonly Queue<UInt128> _order = new();

    /// <inheritdoc />
    public string HttpPath => signal.HttpPath;

    /// <inheritdoc />
    public string GrpcPath => signal.GrpcPath;

    /// <inheritdoc />
    public string RejectedProperty => signal.RejectedProperty;

    /// <inheritdoc />
    public OtlpOutcome Take(ReadOnlySpan<byte> request)
    {
        if (request.IsEmpty)
        {
            return signal.Take(request);
        }

        var digest = XxHash128.HashToUInt128(request);
        switch (Begin(digest))
        {
            case true:
                repeated.Add();
                return new OtlpOutcome.Taken(0, Warning);
            case false:
                // The first try is in the middle of it, and may be refused yet.
                return new OtlpOutcome.Full();
        }

        OtlpOutcome? outcome = null;
        try
        {
            return outcome = signal.Take(request);
        }
        finally
        {
            End(digest, outcome is OtlpOutcome.Taken);
        }
    }

    /// <inheritdoc />
    public byte[] Transcode(string json) => signal.Transcode(json);

    /// <returns>Null for a request that was never seen; else whether it is taken already.</returns>
    private bool? Begin(UInt128 digest)
    {
        lock (_lock)
        {
            if (_requests.TryGetValue(digest, out var isTaken))
            {
                return isTaken;
            }

            _requests[digest] = false;
            return null;
        }
    }

    private void End(UInt128 digest, bool isTaken)
    {
        lock (_lock)
        {
            if (!isTaken)
            {
                _requests.Remove(digest);
                return;
            }

            _requests[digest] = true;
            _order.Enqueue(digest);
            if (_order.Count > Remembered)
            {
                _requests.Remove(_order.Dequeue());
            }
        }
    }
}
