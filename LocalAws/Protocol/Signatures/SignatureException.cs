namespace LocalAws.Protocol.Signatures;

/// <summary>A signature is not accepted. Its code differs between AWS's protocols.</summary>
/// <param name="code">The code in the Query protocol.</param>
internal sealed class SignatureException(string code, string message) : Exception(message)
{
    /// <summary>The code in the Query protocol.</summary>
    public string Code => code;

    /// <summary>The code in the JSON protocols, where it differs.</summary>
    public string? JsonCode { get; init; }

    public AwsException ForJson() => new(JsonCode ?? Code, Message) { QueryCode = Code };

    public AwsException ForQuery() => new(Code, Message, StatusCodes.Status403Forbidden);

    public static SignatureException Missing() =>
        new("MissingAuthenticationToken", "Request is missing Authentication Token") { JsonCode = "MissingAuthenticationTokenException" };

    public static SignatureException Incomplete(string message) =>
        new("IncompleteSignature", message) { JsonCode = "IncompleteSignatureException" };

    public static SignatureException UnknownKey() =>
        new("InvalidClientTokenId", "The security token included in the request is invalid.") { JsonCode = "UnrecognizedClientException" };

    public static SignatureException Skewed(string message) => new("RequestTimeTooSkewed", message);

    public static SignatureException Mismatch(string? message = null) => new(
        "SignatureDoesNotMatch",
        message ?? "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.");
}
