using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>An error that EventBridge answered.</summary>
public class AmazonEventBridgeException : AmazonServiceException
{
    /// <summary>An error of that message.</summary>
    public AmazonEventBridgeException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public AmazonEventBridgeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public AmazonEventBridgeException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public AmazonEventBridgeException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public AmazonEventBridgeException(
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
