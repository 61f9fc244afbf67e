namespace Dashboard.Resources;

/// <summary>What a health check says.</summary>
/// <param name="Key">The check.</param>
/// <param name="Health">Its finding; null before the first.</param>
/// <param name="Description">In words, or empty.</param>
/// <param name="Exception">What it met, or empty.</param>
/// <param name="LastRunAt">When it last ran.</param>
public sealed record ResourceHealthReport(string Key, ResourceHealth? Health, string Description, string Exception, DateTimeOffset? LastRunAt);
