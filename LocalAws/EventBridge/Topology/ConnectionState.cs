namespace LocalAws.EventBridge.Topology;

/// <summary>Whether a connection can be used.</summary>
internal enum ConnectionState
{
    Authorized,

    /// <summary>The token of OAuth is still to come.</summary>
    Authorizing,

    /// <summary>Its secrets were taken away.</summary>
    Deauthorized,
}
