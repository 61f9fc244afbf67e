namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a URL is shown.</summary>
/// <param name="DisplayName">What to show instead of the URL; may be empty.</param>
/// <param name="SortOrder">The place among others: higher first.</param>
public sealed record UrlDisplayPropertiesSnapshot(string DisplayName = "", int SortOrder = 0);
