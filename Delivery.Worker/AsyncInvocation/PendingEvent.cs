using System.Diagnostics;
using Delivery.Worker.Functions;

namespace Delivery.Worker.AsyncInvocation;

/// <summary>An event that was accepted and is neither delivered nor dropped yet.</summary>
/// <param name="Number">Its number in the journal, unique and rising.</param>
/// <param name="ReceivedAt">When it was accepted, simulated time.</param>
/// <param name="Attempts">Invocations that were spent on it already.</param>
/// <param name="Parent">The span that accepted it.</param>
/// <param name="Payload">The envelope as it came.</param>
/// <param name="Event">The same, read.</param>
internal sealed record PendingEvent(
    long Number,
    DateTimeOffset ReceivedAt,
    int Attempts,
    ActivityContext Parent,
    ReadOnlyMemory<byte> Payload,
    OrderEvent Event);
