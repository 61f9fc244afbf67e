using LocalAws.Protocol;

namespace LocalAws.EventBridge.Topology;

/// <summary>The refusals of EventBridge's control plane.</summary>
internal static class TopologyErrors
{
    public static AwsException Validation(string message) => new("ValidationException", message);

    public static AwsException NoBus(string name) => new("ResourceNotFoundException", $"Event bus {name} does not exist.");

    public static AwsException NoRule(string rule, string bus) =>
        new("ResourceNotFoundException", $"Rule {rule} does not exist on EventBus {bus}.");

    public static AwsException AlreadyExists(string what) => new("ResourceAlreadyExistsException", $"{what} already exists.");

    public static AwsException LimitExceeded() => new("LimitExceededException", "The requested resource exceeds the maximum number allowed.");

    public static AwsException Managed(string rule) => new(
        "ManagedRuleException", $"Rule {rule} is a managed rule: the AWS service that created it changes it.");

    public static AwsException NoArchive(string name) => new("ResourceNotFoundException", $"Archive {name} does not exist.");

    public static AwsException NoReplay(string name) => new("ResourceNotFoundException", $"Replay {name} does not exist.");

    /// <summary>What only partners of AWS may do.</summary>
    public static AwsException Disabled() =>
        new("OperationDisabledException", "The operation you are attempting is not available in this region.");

    public static AwsException NoConnection(string name) =>
        new("ResourceNotFoundException", $"Failed to describe the connection(s). Connection '{name}' does not exist.");

    public static AwsException NoApiDestination(string name) =>
        new("ResourceNotFoundException", $"Failed to describe the api-destination(s). An api-destination '{name}' does not exist.");
}
