using System.ComponentModel.DataAnnotations;

namespace Scenarios.Settings;

/// <summary>
/// The section <c>EventSource</c>: the SQS event source mapping. Source of the ranges: AWS Lambda Developer Guide,
/// "Creating and configuring an Amazon SQS event source mapping".
/// </summary>
public sealed record EventSourceSettings
{
    /// <summary>The queue's name. Default <c>sls-observe-delivery</c>.</summary>
    [RegularExpression("[A-Za-z0-9_-]{1,80}", ErrorMessage = "1 to 80 letters, digits, - or _")]
    public string QueueName { get; init; } = "sls-observe-delivery";

    /// <summary>Messages an invocation gets at most. Default 1.</summary>
    [Range(1, 10)]
    public int BatchSize { get; init; } = 1;

    /// <summary>Invocations that the mapping runs at a time. Default 10.</summary>
    [Range(2, 1_000)]
    public int MaximumConcurrency { get; init; } = 10;

    /// <summary>Invocations that the mapping runs at a time when messages begin to come. Default 5, as Lambda.</summary>
    [Range(1, 1_000)]
    public int InitialPollers { get; init; } = 5;

    /// <summary>
    /// Invocations more at a time a minute, while all are at work, up to <see cref="MaximumConcurrency"/>. Default 300, as
    /// Lambda since November 2023; it was 60 before.
    /// </summary>
    [Range(1, 60_000)]
    public int ScaleUpPerMinute { get; init; } = 300;

    /// <summary>How long a receive call waits for a message, s. Default 20, the longest that SQS allows.</summary>
    [Range(0, 20)]
    public int WaitTimeSeconds { get; init; } = 20;
}
