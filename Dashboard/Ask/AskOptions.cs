using System.ComponentModel.DataAnnotations;

namespace Dashboard.Ask;

/// <summary>The section <c>Dashboard:Ask</c>: what a question may cost.</summary>
internal sealed record AskOptions
{
    /// <summary>The longest that a question may take, seconds. Default 10.</summary>
    [Range(1, 600)]
    public int TimeLimitSeconds { get; init; } = 10;

    /// <summary>The most rows of an answer. Default 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxRows { get; init; } = 10_000;

    /// <summary>Memory for a question to an earlier run, megabytes; one to this run shares the store's. Default 256.</summary>
    [Range(64, 1_000_000)]
    public int MemoryMegabytes { get; init; } = 256;
}
