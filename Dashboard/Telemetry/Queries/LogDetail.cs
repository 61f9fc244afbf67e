namespace Dashboard.Telemetry.Queries;

/// <summary>A log record with all that came with it.</summary>
internal sealed record LogDetail : LogRow
{
    /// <summary>What the message was made from; null if not said.</summary>
    public string? Template { get; init; }

    /// <summary>Its attributes, the template's (<c>{OriginalFormat}</c>) not among them.</summary>
    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>The process' attributes.</summary>
    public required IReadOnlyList<Tag> ResourceTags { get; init; }
}
