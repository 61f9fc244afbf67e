namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a URL is shown.</summary>
public enum UrlDisplayLocation
{
    /// <summary>In lists and in details.</summary>
    SummaryAndDetails = 0,

    /// <summary>In details only.</summary>
    DetailsOnly = 1,
}
