using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>EventBridge failed; the request may be repeated.</summary>
public class InternalException : AmazonEventBridgeException
{
    /// <summary>An error of that message.</summary>
    public InternalException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public InternalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public InternalException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public InternalException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public InternalException(
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
