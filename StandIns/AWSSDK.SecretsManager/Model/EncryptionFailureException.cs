using System.Net;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>The secret cannot be encrypted with its key.</summary>
public class EncryptionFailureException : AmazonSecretsManagerException
{
    /// <summary>An error of that message.</summary>
    public EncryptionFailureException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public EncryptionFailureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public EncryptionFailureException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public EncryptionFailureException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public EncryptionFailureException(
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
