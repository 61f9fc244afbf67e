namespace Dashboard.Api;

/// <summary>A run has begun.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StartedAt">When, real time, UTC.</param>
public sealed record RunCreated(string Id, DateTimeOffset StartedAt);
