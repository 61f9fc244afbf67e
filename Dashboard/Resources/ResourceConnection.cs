namespace Dashboard.Resources;

/// <summary>How it stands with the resource service.</summary>
/// <param name="State">In a word.</param>
/// <param name="Reason">A sentence for the user about <see cref="ConnectionState.Lost"/>; else null.</param>
internal sealed record ResourceConnection(ConnectionState State, string? Reason = null)
{
    /// <summary>No service is configured: the dashboard runs alone.</summary>
    public static ResourceConnection NotConfigured { get; } = new(ConnectionState.NotConfigured);

    /// <summary>The first connection is being made.</summary>
    public static ResourceConnection Connecting { get; } = new(ConnectionState.Connecting);

    /// <summary>Resources are current.</summary>
    public static ResourceConnection Connected { get; } = new(ConnectionState.Connected);
}
