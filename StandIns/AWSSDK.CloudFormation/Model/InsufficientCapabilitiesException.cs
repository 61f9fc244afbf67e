using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>The template needs a capability that the request does not grant.</summary>
public class InsufficientCapabilitiesException : AmazonCloudFormationException
{
    /// <summary>An error of that message.</summary>
    public InsufficientCapabilitiesException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public InsufficientCapabilitiesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public InsufficientCapabilitiesException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public InsufficientCapabilitiesException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public InsufficientCapabilitiesException(
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
