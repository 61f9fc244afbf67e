namespace Dashboard.Resources;

/// <summary>Where a resource answers.</summary>
/// <param name="EndpointName">The endpoint's name; null for a link.</param>
/// <param name="Url">The address.</param>
/// <param name="DisplayName">What to call it; empty: the address.</param>
/// <param name="IsInternal">Whether it is for other resources and not for a browser.</param>
/// <param name="IsInactive">Whether nobody answers there yet.</param>
public sealed record ResourceUrl(string? EndpointName, string Url, string DisplayName, bool IsInternal, bool IsInactive);
