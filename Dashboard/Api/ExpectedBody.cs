namespace Dashboard.Api;

/// <summary>What an address takes, for the one who sent something else.</summary>
/// <param name="Example">JSON, with what may stand in it.</param>
internal sealed record ExpectedBody(string Example);
