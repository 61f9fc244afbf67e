using System.Collections.Immutable;

namespace LocalAws.CloudFormation.Stacks;

/// <summary>A change that was asked for and is carried out once somebody says so.</summary>
/// <param name="StackId">The stack, which is there for review if the change set is to create it.</param>
internal sealed record ChangeSet(
    string Name,
    string Id,
    string StackId,
    StackRequest Request,
    bool CreatesStack,
    IReadOnlyList<ResourceChange> Changes,
    bool IsEmpty,
    DateTimeOffset Created)
{
    public bool IsExecuted { get; init; }

    public string? Description { get; init; }

    /// <summary>The value of each parameter, defaults and previous values included, as it may be told.</summary>
    public ImmutableSortedDictionary<string, string> Parameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public string Status => IsEmpty ? "FAILED" : "CREATE_COMPLETE";

    public string? StatusReason =>
        IsEmpty ? "The submitted information didn't contain changes. Submit different information to create a change set." : null;

    public string ExecutionStatus => (IsEmpty, IsExecuted) switch
    {
        (true, _) => "UNAVAILABLE",
        (_, true) => "EXECUTE_COMPLETE",
        _ => "AVAILABLE",
    };
}
