using LocalAws.Protocol;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs;

/// <summary>The refusals of SQS, with the code of the JSON protocol and that of the Query protocol.</summary>
internal static class SqsErrors
{
    public static AwsException NoSuchQueue() =>
        new("QueueDoesNotExist", "The specified queue does not exist.")
        {
            QueryCode = "AWS.SimpleQueueService.NonExistentQueue",
            QueryMessage = "The specified queue does not exist for this wsdl version.",
        };

    public static AwsException QueueExists(string attribute) =>
        new("QueueNameExists", $"A queue already exists with the same name and a different value for attribute {attribute}")
        {
            QueryCode = "QueueAlreadyExists",
        };

    public static AwsException DeletedRecently() =>
        new(
            "QueueDeletedRecently",
            "You must wait 60 seconds after deleting a queue before you can create another with the same name.")
        {
            QueryCode = "AWS.SimpleQueueService.QueueDeletedRecently",
        };

    public static AwsException NoSuchResource(string message) =>
        new("ResourceNotFoundException", message, StatusCodes.Status404NotFound) { QueryCode = "ResourceNotFoundException" };

    public static AwsException NoSuchResourceOf(string parameter) =>
        NoSuchResource($"The resource that you specified for the {parameter} parameter doesn't exist.");

    public static AwsException UnknownAttribute(string name) => new("InvalidAttributeName", $"Unknown Attribute {name}.");

    public static AwsException AttributeValue(string name, string? reason = null) =>
        new("InvalidAttributeValue", $"Invalid value for the parameter {name}.{(reason is null ? "" : $" Reason: {reason}")}");

    public static AwsException Parameter(string message) =>
        new("InvalidParameterValueException", message) { QueryCode = "InvalidParameterValue" };

    public static AwsException Parameter(string value, string name, string reason) =>
        Parameter($"Value {value} for parameter {name} is invalid. Reason: {reason}");

    public static AwsException Missing(string name) =>
        new("MissingRequiredParameterException", $"The request must contain the parameter {name}.") { QueryCode = "MissingParameter" };

    public static AwsException ReceiptHandle(string handle) =>
        new("ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    public static AwsException MessageContents() =>
        new("InvalidMessageContents", "The message contains characters outside the allowed set.");

    public static AwsException PurgeInProgress(QueueKey queue) =>
        new(
            "PurgeQueueInProgress",
            $"Only one PurgeQueue operation on {queue.Name} is allowed every 60 seconds.",
            StatusCodes.Status403Forbidden)
        {
            QueryCode = "AWS.SimpleQueueService.PurgeQueueInProgress",
        };

    public static AwsException OverLimit(string message = "Too many messages in flight.") =>
        new("OverLimit", message, StatusCodes.Status403Forbidden) { QueryCode = "OverLimit" };

    public static AwsException Batch(string code, string message) =>
        new(code, message) { QueryCode = "AWS.SimpleQueueService." + code };
}
