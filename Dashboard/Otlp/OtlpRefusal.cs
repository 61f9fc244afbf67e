using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Dashboard.Otlp;

/// <summary>The answer to a batch for which there is no room: come back later.</summary>
internal static class OtlpRefusal
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>RESOURCE_EXHAUSTED with google.rpc.RetryInfo, as the OTLP specification's section "OTLP/gRPC Throttling" wants it.</summary>
    public static RpcException Exhausted(int items)
    {
        const string Message = "The receiver is full; nothing of this batch was taken.";
        Wire.Rpc.Status status = new()
        {
            Code = (int)StatusCode.ResourceExhausted,
            Message = Message,
            Details = { Any.Pack(new Wire.Rpc.RetryInfo { RetryDelay = Duration.FromTimeSpan(TimeSpan.FromSeconds(1)) }) },
        };
        return new RpcException(
            new Status(StatusCode.ResourceExhausted, Message),
            [new Metadata.Entry(DetailsTrailer, status.ToByteArray())],
            $"{items} items refused");
    }
}
