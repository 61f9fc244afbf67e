using LocalAws.Protocol;

namespace LocalAws.Ssm;

/// <summary>The refusals of the parameter store.</summary>
internal static class SsmErrors
{
    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException NotFound(string name) => new("ParameterNotFound", $"Parameter {name} not found.");
}
