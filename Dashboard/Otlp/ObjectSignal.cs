using Dashboard.Telemetry;
using Google.Protobuf;

namespace Dashboard.Otlp;

/// <summary>The way of a request into a queue by way of objects: for what does not come by the hundred thousand.</summary>
internal static class ObjectSignal
{
    /// <summary>Reads a batch and queues it; without room its items are not even read.</summary>
    public static OtlpOutcome Take<TRequest, T>(
        ReadOnlySpan<byte> bytes,
        MessageParser<TRequest> parser,
        Func<TRequest, int> countItems,
        Func<TRequest, int, IReadOnlyList<T>> read,
        IngestQueue<IReadOnlyList<T>> queue,
        string reason)
        where TRequest : IMessage<TRequest>
    {
        TRequest request;
        try
        {
            request = parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException exception)
        {
            return new OtlpOutcome.Malformed($"The request is no valid protobuf: {exception.Message}");
        }

        var count = countItems(request);
        if (!queue.HasRoomFor(count, bytes.Length))
        {
            queue.Refuse(count);
            return new OtlpOutcome.Full();
        }

        var batch = read(request, count);
        if (batch.Count > 0 && !queue.TryAdd(batch, batch.Count, bytes.Length))
        {
            queue.Refuse(count);
            return new OtlpOutcome.Full();
        }

        queue.Refuse(count - batch.Count);
        return new OtlpOutcome.Taken(count - batch.Count, count == batch.Count ? "" : reason);
    }
}
