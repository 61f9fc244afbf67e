namespace LocalAws.Protocol.Direct;

/// <summary>An operation and its name, <c>X-Amz-Target</c>.</summary>
internal sealed record DirectOperation(string Target, JsonOperation Operation);
