using Dashboard.Telemetry;
using Grpc.Core;

namespace Dashboard.Otlp;

/// <summary>The way of a batch from a receiver into a queue.</summary>
internal static class Admission
{
    /// <summary>Reads a batch and queues it; without room it is not even read.</summary>
    /// <returns>How many of its items made no sense and were left out.</returns>
    /// <exception cref="RpcException">There is no room.</exception>
    public static int Take<T>(this IngestQueue<T> queue, int count, Func<int, IReadOnlyList<T>> read)
    {
        if (!queue.HasRoomFor(count))
        {
            queue.Refuse(count);
            throw OtlpRefusal.Exhausted(count);
        }

        var batch = read(count);
        var rejected = count - batch.Count;
        if (!queue.TryAdd(batch))
        {
            queue.Refuse(count);
            throw OtlpRefusal.Exhausted(count);
        }

        queue.Refuse(rejected);
        return rejected;
    }
}
