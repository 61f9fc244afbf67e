namespace Dashboard.Otlp;

/// <summary>The section <c>Dashboard:Otlp</c>, as Aspire's standalone dashboard has it.</summary>
internal sealed record OtlpOptions
{
    /// <summary>Who may send. Default null: who gives a key, if <see cref="PrimaryApiKey"/> is set; otherwise anyone.</summary>
    public OtlpAuthMode? AuthMode { get; init; }

    /// <summary>The key that senders give in <c>x-otlp-api-key</c>. Default empty.</summary>
    public string PrimaryApiKey { get; init; } = "";

    /// <summary>A second key that is as good, for changing keys without a gap. Default empty.</summary>
    public string SecondaryApiKey { get; init; } = "";

    /// <summary>Pages of which other origins may send.</summary>
    public OtlpCorsOptions Cors { get; init; } = new();
}
