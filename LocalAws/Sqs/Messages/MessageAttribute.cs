namespace LocalAws.Sqs.Messages;

/// <summary>A message attribute. Exactly one of the values is set; <c>DataType</c> begins with String, Number or Binary.</summary>
internal sealed record MessageAttribute(string DataType, string? StringValue = null, byte[]? BinaryValue = null);
