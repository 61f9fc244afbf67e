using LocalAws.Protocol;

namespace LocalAws.EventBridge.Topology;

/// <summary>What a target is, by its ARN.</summary>
internal enum TargetKind
{
    /// <summary>A service that is not part of this cloud, such as Lambda: each hand-over fails.</summary>
    Elsewhere,

    /// <summary>An SQS queue.</summary>
    Queue,

    /// <summary>An HTTP endpoint.</summary>
    ApiDestination,

    /// <summary>Another event bus, or the same.</summary>
    EventBus,

    /// <summary>A log group of CloudWatch Logs.</summary>
    LogGroup,

    /// <summary>An archive: what the rule of an archive sends to.</summary>
    Archive,
}

/// <summary>Tells targets apart.</summary>
internal static class TargetKinds
{
    public static TargetKind Of(string targetArn) => !Arn.TryParse(targetArn, out var arn) ? TargetKind.Elsewhere : arn.Service switch
    {
        "sqs" => TargetKind.Queue,
        "logs" => TargetKind.LogGroup,
        "events" when arn.Resource.StartsWith("api-destination/", StringComparison.Ordinal) => TargetKind.ApiDestination,
        "events" when arn.Resource.StartsWith("event-bus/", StringComparison.Ordinal) => TargetKind.EventBus,
        "events" when arn.Resource.StartsWith("archive/", StringComparison.Ordinal) => TargetKind.Archive,
        _ => TargetKind.Elsewhere,
    };
}
