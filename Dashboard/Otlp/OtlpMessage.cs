using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Dashboard.Otlp;

/// <summary>The receiver's answers in protobuf.</summary>
internal static class OtlpMessage
{
    /// <summary>gRPC's code for a malformed request.</summary>
    public const int InvalidArgument = 3;

    /// <summary>gRPC's code for a full receiver, and for a message that is too large.</summary>
    public const int ResourceExhausted = 8;

    /// <summary>gRPC's code for a method that is not there.</summary>
    public const int Unimplemented = 12;

    /// <summary>gRPC's code for a missing key.</summary>
    public const int Unauthenticated = 16;

    /// <summary>The answer to a request that was taken; its fields have the same numbers for all signals.</summary>
    public static byte[] Response(OtlpOutcome.Taken taken) => taken is { Rejected: 0, Reason: "" } ? [] : new Wire.ExportTraceServiceResponse
    {
        PartialSuccess = new() { RejectedSpans = taken.Rejected, ErrorMessage = taken.Reason },
    }.ToByteArray();

    /// <summary>A google.rpc.Status.</summary>
    public static Wire.Rpc.Status Status(int code, string message) => new() { Code = code, Message = message };

    /// <summary>RESOURCE_EXHAUSTED with google.rpc.RetryInfo, as the OTLP specification's section "OTLP/gRPC Throttling" wants it.</summary>
    public static Wire.Rpc.Status FullStatus()
    {
        var status = Status(ResourceExhausted, OtlpOutcome.Full.Message);
        status.Details.Add(Any.Pack(new Wire.Rpc.RetryInfo { RetryDelay = Duration.FromTimeSpan(OtlpOutcome.Full.RetryAfter) }));
        return status;
    }
}
