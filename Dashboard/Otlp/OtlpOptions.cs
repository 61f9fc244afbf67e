namespace Dashboard.Otlp;

/// <summary>The section <c>Dashboard:Otlp</c>.</summary>
internal sealed record OtlpOptions
{
    /// <summary>The key that senders give in <c>x-otlp-api-key</c>; empty: none is asked for. Default empty.</summary>
    public string PrimaryApiKey { get; init; } = "";

    /// <summary>A second key that is as good, for changing keys without a gap. Default empty.</summary>
    public string SecondaryApiKey { get; init; } = "";
}
