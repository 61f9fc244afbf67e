using System.Diagnostics.CodeAnalysis;

namespace LocalAws.Protocol;

/// <summary>The parts of an ARN, <c>arn:{partition}:{service}:{region}:{account}:{resource}</c>.</summary>
internal sealed record Arn(string Service, AwsScope Scope, string Resource)
{
    private const int Parts = 6;

    /// <summary>Reads an ARN; false if it is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Arn? arn)
    {
        arn = (text ?? "").Split(':', Parts) is
            ["arn", { Length: > 0 }, { Length: > 0 } service, var region, var account, { Length: > 0 } resource]
            ? new Arn(service, new AwsScope(account, region), resource)
            : null;
        return arn is not null;
    }
}
