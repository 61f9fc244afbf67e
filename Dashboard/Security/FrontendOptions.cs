namespace Dashboard.Security;

/// <summary>The section <c>Dashboard:Frontend</c>: who may see the pages.</summary>
internal sealed record FrontendOptions
{
    /// <summary>How the pages know their reader. Default <see cref="FrontendAuthMode.BrowserToken"/>.</summary>
    public FrontendAuthMode AuthMode { get; init; } = FrontendAuthMode.BrowserToken;

    /// <summary>The token; empty: a new one at each start, which is printed. Default empty.</summary>
    public string BrowserToken { get; init; } = "";
}
