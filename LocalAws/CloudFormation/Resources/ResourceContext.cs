using System.Security.Cryptography;
using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Resources;

/// <summary>Where a resource is made: the stack and the place in its template.</summary>
/// <param name="Host">Scheme, host and port that the stack's caller used; queue URLs start with it.</param>
internal sealed record ResourceContext(AwsScope Scope, string Host, string Stack, string LogicalId)
{
    private const int SuffixLength = 12;
    private const string SuffixLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>A name for a resource whose template gives none.</summary>
    public string GenerateName(int longest = 64)
    {
        var name = $"{Stack}-{LogicalId}";
        var room = longest - SuffixLength - 1;
        return $"{(name.Length > room ? name[..room] : name)}-{RandomNumberGenerator.GetString(SuffixLetters, SuffixLength)}";
    }
}
