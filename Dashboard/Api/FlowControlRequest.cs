namespace Dashboard.Api;

/// <summary>Turns flow control on or off.</summary>
/// <param name="Enabled">Whether new orders shall go through the queue.</param>
public sealed record FlowControlRequest(bool? Enabled);
