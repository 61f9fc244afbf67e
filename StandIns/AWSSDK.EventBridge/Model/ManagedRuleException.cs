using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The rule belongs to an AWS service; deleting it needs Force.</summary>
public class ManagedRuleException : AmazonEventBridgeException
{
    /// <summary>An error of that message.</summary>
    public ManagedRuleException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public ManagedRuleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public ManagedRuleException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public ManagedRuleException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public ManagedRuleException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
