using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>The refusals of the parameter store.</summary>
internal static class SsmErrors
{
    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException Constraint(string value, string member, string constraint) =>
        Validation($"1 validation error detected: Value {value} at '{member}' failed to satisfy constraint: {constraint}");

    public static AwsException NotFound(string name) => new("ParameterNotFound", $"Parameter {name} not found.");

    public static AwsException VersionNotFound(ParameterReference reference) => new(
        "ParameterVersionNotFound",
        reference.Version is { } version
            ? $"Systems Manager could not find version {version} of {reference.Name}. Verify the version and try again."
            : $"Systems Manager could not find label {reference.Label} of parameter {reference.Name}. Verify the label and try again.");

    public static AwsException InvalidResource() =>
        new("InvalidResourceId", "The resource ID is not valid. Verify that you entered the correct ID and try again.");
}
