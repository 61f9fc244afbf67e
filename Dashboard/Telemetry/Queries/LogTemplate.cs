namespace Dashboard.Telemetry.Queries;

/// <summary>A message template and how often it was used.</summary>
/// <param name="Template"><c>{OriginalFormat}</c>; the message itself where a sender gives none.</param>
/// <param name="Total">All records of it.</param>
/// <param name="BySeverity">The records by severity number.</param>
internal sealed record LogTemplate(string Template, long Total, IReadOnlyDictionary<int, long> BySeverity);
