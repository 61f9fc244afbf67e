using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LocalAws.EventBridge.Topology;

/// <summary>Where a rule hands matching events over to, and how.</summary>
/// <param name="Id">Unique within the rule.</param>
/// <param name="Arn">The ARN of whatever takes the events.</param>
internal sealed record Target(string Id, string Arn)
{
    /// <summary>What <see cref="Arn"/> is the ARN of.</summary>
    [JsonIgnore]
    public TargetKind Kind { get; } = TargetKinds.Of(Arn);

    /// <summary>The retries of a target that says nothing of them.</summary>
    public const int DefaultRetryAttempts = 185;

    /// <summary>The age limit of a target that says nothing of it.</summary>
    public const int DefaultEventAgeInSeconds = 86_400;

    public string? RoleArn { get; init; }

    /// <summary>Constant text that is sent instead of the event.</summary>
    public string? Input { get; init; }

    /// <summary>The part of the event that is sent, such as <c>$.detail</c>.</summary>
    public string? InputPath { get; init; }

    public InputTransformer? InputTransformer { get; init; }

    /// <summary>Hand-overs after the first, 0 to 185.</summary>
    public int MaximumRetryAttempts { get; init; } = DefaultRetryAttempts;

    /// <summary>How old an event may become before it is given up on, 60 to 86,400 s.</summary>
    public int MaximumEventAgeInSeconds { get; init; } = DefaultEventAgeInSeconds;

    /// <summary>The SQS queue that takes what is given up on; null: it is dropped.</summary>
    public string? DeadLetterArn { get; init; }

    /// <summary>The message group of a FIFO queue.</summary>
    public string? MessageGroupId { get; init; }

    public HttpTargetParameters Http { get; init; } = HttpTargetParameters.None;

    /// <summary>Parameters for targets that are not part of this cloud, as JSON by name: kept and told, not used.</summary>
    public ImmutableSortedDictionary<string, string> Foreign { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>A template and where its placeholders come from.</summary>
/// <param name="Paths">By placeholder, such as <c>id</c> → <c>$.detail.id</c>.</param>
internal sealed record InputTransformer(ImmutableSortedDictionary<string, string> Paths, string Template);

/// <summary>What a target adds to the request of an API destination.</summary>
/// <param name="PathParameters">The values of the stars in the endpoint, in order.</param>
internal sealed record HttpTargetParameters(
    ImmutableArray<string> PathParameters,
    ImmutableSortedDictionary<string, string> Headers,
    ImmutableSortedDictionary<string, string> Query)
{
    [JsonIgnore]
    public bool IsEmpty => PathParameters.IsEmpty && Headers.IsEmpty && Query.IsEmpty;

    public static HttpTargetParameters None { get; } = new(
        [], ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<string, string>.Empty);
}
