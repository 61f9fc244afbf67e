namespace Dashboard.Resources;

/// <summary>What came of a command.</summary>
/// <param name="Outcome">In a word.</param>
/// <param name="Message">A sentence for the user about a failure; else null.</param>
internal sealed record ResourceCommandResult(ResourceCommandOutcome Outcome, string? Message = null);
