using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>An error that CloudFormation answered.</summary>
public class AmazonCloudFormationException : AmazonServiceException
{
    /// <summary>An error of that message.</summary>
    public AmazonCloudFormationException(string message)
        : base(message)
    {
    }

    /// <summary>An error of that message and cause.</summary>
    public AmazonCloudFormationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error of that cause.</summary>
    public AmazonCloudFormationException(Exception innerException)
        : base(innerException)
    {
    }

    /// <summary>An error as the service answered it.</summary>
    public AmazonCloudFormationException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>An error as the service answered it, with its cause.</summary>
    public AmazonCloudFormationException(
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
