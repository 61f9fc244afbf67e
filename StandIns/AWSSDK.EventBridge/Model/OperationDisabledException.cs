using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>The operation is not available in this Region.</summary>
public class OperationDisabledException : AmazonEventBridgeException
{
    /// <summary>An error of that message.</summary>
    public OperationDisabledException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public OperationDisabledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public OperationDisabledException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public OperationDisabledException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public OperationDisabledException(
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
