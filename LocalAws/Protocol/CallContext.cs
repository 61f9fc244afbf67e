using System.Diagnostics;

namespace LocalAws.Protocol;

/// <summary>What an operation knows of its call beside the request.</summary>
/// <param name="Account">The account id that the call acts in, 12 digits.</param>
/// <param name="Region">The Region that the call acts in, read from the credential scope of its signature.</param>
/// <param name="Host">Scheme, host and port that the caller used; queue URLs start with it.</param>
/// <param name="Trace">The caller's trace, or default.</param>
internal sealed record CallContext(string Account, string Region, string Host, ActivityContext Trace)
{
    /// <summary>Account and Region: the key that every store takes.</summary>
    public AwsScope Scope => new(Account, Region);

    /// <summary>The ARN of a resource here, <c>arn:aws:{service}:{region}:{account}:{resource}</c>.</summary>
    public string Arn(string service, string resource) => Scope.Arn(service, resource);
}
