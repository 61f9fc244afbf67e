using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace StandIns.Aws;

/// <summary>Creates the exception for an answer.</summary>
internal delegate AmazonServiceException ErrorFactory(ErrorResponse error);

/// <summary>A service's typed exceptions by AWS's error code; any other code gives the service's general exception.</summary>
internal sealed class ErrorCatalog(ErrorFactory general, IReadOnlyDictionary<string, ErrorFactory> typed)
{
    /// <summary>The exception for <paramref name="error"/>.</summary>
    public AmazonServiceException Create(ErrorResponse error) =>
        (typed.GetValueOrDefault(error.Code ?? "") ?? general)(error);
}
