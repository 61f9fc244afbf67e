using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>A parameter's name or value is not allowed.</summary>
public class InvalidParameterException : AmazonSecretsManagerException
{
    /// <summary>An error of that message.</summary>
    public InvalidParameterException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public InvalidParameterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public InvalidParameterException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public InvalidParameterException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public InvalidParameterException(
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
