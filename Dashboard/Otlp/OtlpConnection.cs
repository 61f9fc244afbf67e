namespace Dashboard.Otlp;

/// <summary>Marks a connection that came in on an OTLP port.</summary>
internal sealed class OtlpConnection
{
    private OtlpConnection()
    {
    }

    /// <summary>On the port of OTLP over gRPC.</summary>
    public static OtlpConnection Grpc { get; } = new();

    /// <summary>On the port of OTLP over HTTP.</summary>
    public static OtlpConnection Http { get; } = new();
}
