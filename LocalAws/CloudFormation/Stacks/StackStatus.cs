namespace LocalAws.CloudFormation.Stacks;

/// <summary>The statuses of stacks and resources.</summary>
internal static class StackStatus
{
    public const string CreateInProgress = "CREATE_IN_PROGRESS";
    public const string CreateComplete = "CREATE_COMPLETE";
    public const string CreateFailed = "CREATE_FAILED";
    public const string RollbackInProgress = "ROLLBACK_IN_PROGRESS";
    public const string RollbackComplete = "ROLLBACK_COMPLETE";
    public const string RollbackFailed = "ROLLBACK_FAILED";
    public const string UpdateInProgress = "UPDATE_IN_PROGRESS";
    public const string UpdateCleanup = "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS";
    public const string UpdateComplete = "UPDATE_COMPLETE";
    public const string UpdateFailed = "UPDATE_FAILED";
    public const string UpdateRollbackInProgress = "UPDATE_ROLLBACK_IN_PROGRESS";
    public const string UpdateRollbackComplete = "UPDATE_ROLLBACK_COMPLETE";
    public const string UpdateRollbackFailed = "UPDATE_ROLLBACK_FAILED";
    public const string DeleteInProgress = "DELETE_IN_PROGRESS";
    public const string DeleteComplete = "DELETE_COMPLETE";
    public const string DeleteFailed = "DELETE_FAILED";
    public const string DeleteSkipped = "DELETE_SKIPPED";
    public const string ReviewInProgress = "REVIEW_IN_PROGRESS";

    /// <summary>All that lists of stacks can be filtered by. Source: API_ListStacks.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CreateInProgress, CreateFailed, CreateComplete, RollbackInProgress, RollbackFailed, RollbackComplete, DeleteInProgress, DeleteFailed,
        DeleteComplete, UpdateInProgress, UpdateCleanup, UpdateComplete, UpdateFailed, UpdateRollbackInProgress, UpdateRollbackFailed,
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", UpdateRollbackComplete, ReviewInProgress, "IMPORT_IN_PROGRESS", "IMPORT_COMPLETE",
        "IMPORT_ROLLBACK_IN_PROGRESS", "IMPORT_ROLLBACK_FAILED", "IMPORT_ROLLBACK_COMPLETE",
    ];

    /// <summary>Whether an operation is under way.</summary>
    public static bool IsBusy(string status) => status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && status != ReviewInProgress;

    /// <summary>Whether a stack of this status can be updated.</summary>
    public static bool IsUpdatable(string status) => status is CreateComplete or UpdateComplete or UpdateRollbackComplete or UpdateFailed;

    /// <summary>The status of a stack whose operation ended half-way.</summary>
    public static string AfterInterruption(string status) => status == UpdateCleanup
        ? UpdateComplete
        : status.Replace("_IN_PROGRESS", "_FAILED", StringComparison.Ordinal);
}
