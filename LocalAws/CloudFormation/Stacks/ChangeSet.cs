namespace LocalAws.CloudFormation.Stacks;

/// <summary>A change that was asked for and is carried out once somebody says so.</summary>
/// <param name="Changes">Logical id, type and Add, Modify or Remove; none: there is nothing to execute.</param>
internal sealed record ChangeSet(
    string Name,
    string Id,
    Stack Stack,
    StackRequest Request,
    bool CreatesStack,
    IReadOnlyList<(string LogicalId, string Type, string Action)> Changes,
    bool IsEmpty,
    DateTimeOffset Created)
{
    public bool IsExecuted { get; init; }

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
