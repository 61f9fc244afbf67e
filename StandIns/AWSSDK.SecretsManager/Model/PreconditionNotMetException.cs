using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>A condition of the operation is not met.</summary>
public class PreconditionNotMetException : AmazonSecretsManagerException
{
    /// <summary>An error of that message.</summary>
    public PreconditionNotMetException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public PreconditionNotMetException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public PreconditionNotMetException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public PreconditionNotMetException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public PreconditionNotMetException(
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
