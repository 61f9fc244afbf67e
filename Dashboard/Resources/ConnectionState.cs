namespace Dashboard.Resources;

/// <summary>How it stands with the resource service.</summary>
internal enum ConnectionState
{
    /// <summary>No service is configured: the dashboard runs alone.</summary>
    NotConfigured,

    /// <summary>The first connection is being made.</summary>
    Connecting,

    /// <summary>Resources are current.</summary>
    Connected,

    /// <summary>The service does not answer, or refuses us; it is asked again and again.</summary>
    Lost,
}
