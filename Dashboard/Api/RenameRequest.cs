namespace Dashboard.Api;

/// <summary>Gives a run another name.</summary>
/// <param name="Name">The name, 1 to 200 characters.</param>
public sealed record RenameRequest(string? Name);
