namespace Dashboard.Resources;

/// <summary>How the dashboard says to a resource service who it is. Aspire's third way, a certificate, is not offered.</summary>
internal enum ResourceServiceAuthMode
{
    /// <summary>By a key.</summary>
    ApiKey,

    /// <summary>Not at all.</summary>
    Unsecured,
}
