using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>The refusals of Secrets Manager.</summary>
internal static class SecretErrors
{
    public static AwsException NotFound() => new("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

    public static AwsException ValueNotFound(string what) =>
        new("ResourceNotFoundException", $"Secrets Manager can't find the specified secret value for {what}");

    public static AwsException Exists(string name) =>
        new("ResourceExistsException", $"The operation failed because the secret {name} already exists.");

    public static AwsException MarkedForDeletion() => new(
        "InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.");

    public static AwsException ScheduledForDeletion() => new(
        "InvalidRequestException", "You can't create this secret because a secret with this name is already scheduled for deletion.");

    public static AwsException VersionExists(string id) => new(
        "ResourceExistsException",
        $"You can't use ClientRequestToken {id} because that value is already in use for a version of this secret.");

    public static AwsException Required(string member) => Constraint("null", member, "Member must not be null");

    public static AwsException Constraint(string value, string member, string constraint) =>
        Validation($"1 validation error detected: Value {value} at '{member}' failed to satisfy constraint: {constraint}");

    public static AwsException Parameter(string message) => new("InvalidParameterException", message);

    public static AwsException Validation(string message) => new("ValidationException", message);
}
