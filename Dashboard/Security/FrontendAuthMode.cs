namespace Dashboard.Security;

/// <summary>How the pages know their reader.</summary>
internal enum FrontendAuthMode
{
    /// <summary>By a token, once, and a cookie from then on.</summary>
    BrowserToken,

    /// <summary>Not at all: whoever reaches the address reads it.</summary>
    Unsecured,
}
