namespace Dashboard.Cloud;

/// <summary>A wish was not followed, since another one is: the message says which.</summary>
internal sealed class FlowSwitchBusyException(string message) : Exception(message);
