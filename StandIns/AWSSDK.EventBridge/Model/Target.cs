namespace Amazon.EventBridge.Model;

/// <summary>Where a rule sends its events, and in what form.</summary>
public partial class Target
{
    /// <summary>The ARN of a queue, an API destination or another kind of target.</summary>
    public string? Arn { get; set; }

    /// <summary>Where events go that the target did not take.</summary>
    public DeadLetterConfig? DeadLetterConfig { get; set; }

    /// <summary>What a call of an API destination carries beside its body.</summary>
    public HttpParameters? HttpParameters { get; set; }

    /// <summary>Its id, unique within the rule.</summary>
    public string? Id { get; set; }

    /// <summary>A constant text to send instead of the event.</summary>
    public string? Input { get; set; }

    /// <summary>The part of the event to send, a JSONPath.</summary>
    public string? InputPath { get; set; }

    /// <summary>How the text to send is made from the event.</summary>
    public InputTransformer? InputTransformer { get; set; }

    /// <summary>How long delivery is tried.</summary>
    public RetryPolicy? RetryPolicy { get; set; }

    /// <summary>The role that delivers.</summary>
    public string? RoleArn { get; set; }

    /// <summary>Settings of a FIFO queue.</summary>
    public SqsParameters? SqsParameters { get; set; }
}
