using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Templates;

/// <summary>CloudFormation's refusals: nearly all have one code.</summary>
internal static class TemplateErrors
{
    public static AwsException Validation(string message) => new("ValidationError", message);

    public static AwsException Format(string message) => Validation($"Template format error: {message}");

    public static AwsException Template(string message) => Validation($"Template error: {message}");
}
