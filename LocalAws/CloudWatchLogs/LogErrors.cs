using LocalAws.Protocol;

namespace LocalAws.CloudWatchLogs;

/// <summary>The refusals of CloudWatch Logs.</summary>
internal static class LogErrors
{
    public static AwsException GroupExists() => new("ResourceAlreadyExistsException", "The specified log group already exists");

    public static AwsException StreamExists() => new("ResourceAlreadyExistsException", "The specified log stream already exists");

    public static AwsException NoGroup() => new("ResourceNotFoundException", "The specified log group does not exist.");

    public static AwsException NoStream() => new("ResourceNotFoundException", "The specified log stream does not exist.");

    public static AwsException Invalid(string message) => new("InvalidParameterException", message);
}
