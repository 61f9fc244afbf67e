using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>Another request has used the same client request token.</summary>
public class TokenAlreadyExistsException : AmazonCloudFormationException
{
    /// <summary>An error of that message.</summary>
    public TokenAlreadyExistsException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public TokenAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public TokenAlreadyExistsException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public TokenAlreadyExistsException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public TokenAlreadyExistsException(
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
