namespace Dashboard.Otlp;

/// <summary>Marks a connection that came in on the OTLP port.</summary>
internal sealed class OtlpConnection
{
    private OtlpConnection()
    {
    }

    /// <summary>The mark.</summary>
    public static OtlpConnection Mark { get; } = new();
}
