namespace Dashboard.Otlp;

/// <summary>The section <c>Dashboard:Otlp:Cors</c>, as Aspire's standalone dashboard has it.</summary>
internal sealed record OtlpCorsOptions
{
    /// <summary>Origins, separated by commas, that may send over HTTP; * is any. Default empty: none.</summary>
    public string AllowedOrigins { get; init; } = "";

    /// <summary>Headers, separated by commas, that such requests may have; * is any. Default *.</summary>
    public string AllowedHeaders { get; init; } = "*";
}
