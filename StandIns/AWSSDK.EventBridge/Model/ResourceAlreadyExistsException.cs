using System.Net;
using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

/// <summary>A resource of that name exists already.</summary>
public class ResourceAlreadyExistsException : AmazonEventBridgeException
{
    /// <summary>An error of that message.</summary>
    public ResourceAlreadyExistsException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public ResourceAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public ResourceAlreadyExistsException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public ResourceAlreadyExistsException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public ResourceAlreadyExistsException(
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
