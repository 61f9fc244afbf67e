using System.Globalization;
using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>How a caller names a parameter: by name or ARN, and maybe a version, <c>{name}:{version}</c>.</summary>
internal sealed record ParameterReference(string Name, long? Version)
{
    private const string ArnResource = "parameter/";

    /// <summary>The version as the answer repeats it, <c>:3</c>; null: none was asked for.</summary>
    public string? Selector => Version is { } version ? string.Create(CultureInfo.InvariantCulture, $":{version}") : null;

    /// <summary>Reads a reference. Labels, which nothing here gives, are refused.</summary>
    /// <exception cref="AwsException">The version is no number.</exception>
    public static ParameterReference Read(string text)
    {
        var name = text;
        if (Arn.TryParse(text, out var arn) && arn is { Service: "ssm" } && arn.Resource.StartsWith(ArnResource, StringComparison.Ordinal))
        {
            // An ARN shows one slash for a path's name and for a plain one; paths have more of them.
            var rest = arn.Resource[ArnResource.Length..];
            name = rest.Contains('/', StringComparison.Ordinal) ? "/" + rest : rest;
        }

        if (name.Split(':') is not [var plain, var selector])
        {
            return new ParameterReference(name, null);
        }

        return long.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ParameterReference(plain, version)
            : throw new AwsException(
                "ParameterVersionNotFound",
                $"Systems Manager could not find version or label {selector} of {plain}. Verify it and try again.");
    }
}
