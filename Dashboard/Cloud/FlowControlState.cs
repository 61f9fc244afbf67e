namespace Dashboard.Cloud;

/// <summary>Which way new orders take.</summary>
/// <param name="Enabled">Whether it is the queue.</param>
/// <param name="Settled">Whether the stack is at rest; false: an update is under way.</param>
/// <param name="StackStatus">The stack's status, in CloudFormation's words.</param>
public sealed record FlowControlState(bool Enabled, bool Settled, string StackStatus);
