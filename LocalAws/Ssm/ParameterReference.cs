using System.Globalization;
using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>How a caller names a parameter: by name or ARN, and maybe a version or a label, <c>{name}:{version}</c>.</summary>
internal sealed record ParameterReference(string Name, long? Version, string? Label)
{
    private const string ArnResource = "parameter/";

    /// <summary>Whether an ARN was given, which does not tell <c>name</c> and <c>/name</c> apart.</summary>
    public bool IsArn { get; init; }

    /// <summary>The version or label as the answer repeats it, <c>:3</c>; null: none was asked for.</summary>
    public string? Selector => Version is { } version
        ? string.Create(CultureInfo.InvariantCulture, $":{version}")
        : Label is null ? null : $":{Label}";

    /// <summary>Whether a version is the one that is meant.</summary>
    public bool Means(Parameter version) =>
        Version is { } number ? version.Version == number : Label is null || version.Labels.Contains(Label);

    /// <summary>Reads a reference.</summary>
    public static ParameterReference Read(string text)
    {
        var name = text;
        var isArn = Arn.TryParse(text, out var arn) && arn is { Service: "ssm" }
            && arn.Resource.StartsWith(ArnResource, StringComparison.Ordinal);
        if (isArn)
        {
            // An ARN shows one slash for a path's name and for a plain one; paths have more of them.
            var rest = arn!.Resource[ArnResource.Length..];
            name = rest.Contains('/', StringComparison.Ordinal) ? "/" + rest : rest;
        }

        if (name.Split(':') is not [var plain, { Length: > 0 } selector])
        {
            return new ParameterReference(name, null, null) { IsArn = isArn };
        }

        return long.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ParameterReference(plain, version, null) { IsArn = isArn }
            : new ParameterReference(plain, null, selector) { IsArn = isArn };
    }
}
