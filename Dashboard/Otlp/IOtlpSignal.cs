namespace Dashboard.Otlp;

/// <summary>Takes one kind of telemetry in, whatever it came over.</summary>
internal interface IOtlpSignal
{
    /// <summary>The path of OTLP/HTTP.</summary>
    string HttpPath { get; }

    /// <summary>The path of OTLP/gRPC.</summary>
    string GrpcPath { get; }

    /// <summary>The property of a partial success in JSON.</summary>
    string RejectedProperty { get; }

    /// <summary>Takes a request in protobuf.</summary>
    OtlpOutcome Take(ReadOnlySpan<byte> request);

    /// <summary>Turns a request in JSON into one in protobuf.</summary>
    /// <exception cref="MalformedOtlpException">It is none.</exception>
    byte[] Transcode(string json);
}
