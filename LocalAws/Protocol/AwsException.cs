namespace LocalAws.Protocol;

/// <summary>A refusal in AWS's own shape: a code, a message and an HTTP status.</summary>
internal sealed class AwsException(string code, string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    /// <summary>AWS's error code, such as <c>ResourceNotFoundException</c>.</summary>
    public string Code { get; } = code;

    /// <summary>HTTP status; below 500 the fault is the sender's.</summary>
    public int Status { get; } = status;

    /// <summary>Whose fault it is, in AWS's words.</summary>
    public string Fault => IsSendersFault ? "Sender" : "Receiver";

    /// <summary>Whether the caller could have known better.</summary>
    public bool IsSendersFault => Status < StatusCodes.Status500InternalServerError;

    /// <summary>The code that clients of the older Query protocol know, where it differs (SQS); null: the same.</summary>
    public string? QueryCode { get; init; }

    /// <summary>The message that the older Query protocol gives, where it differs; null: the same.</summary>
    public string? QueryMessage { get; init; }
}
