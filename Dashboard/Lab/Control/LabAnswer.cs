namespace Dashboard.Lab.Control;

/// <summary>What a service answered, or why it did not.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Problem">In a sentence; null when there is an answer.</param>
public sealed record LabAnswer<T>(T? Value, string? Problem)
    where T : class;
