using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Where a stack stands.</summary>
public class StackStatus : ConstantClass
{
    /// <summary>Created.</summary>
    public static readonly StackStatus CREATE_COMPLETE = new("CREATE_COMPLETE");

    /// <summary>The creation failed and nothing was undone.</summary>
    public static readonly StackStatus CREATE_FAILED = new("CREATE_FAILED");

    /// <summary>Being created.</summary>
    public static readonly StackStatus CREATE_IN_PROGRESS = new("CREATE_IN_PROGRESS");

    /// <summary>Deleted.</summary>
    public static readonly StackStatus DELETE_COMPLETE = new("DELETE_COMPLETE");

    /// <summary>Some resource could not be deleted.</summary>
    public static readonly StackStatus DELETE_FAILED = new("DELETE_FAILED");

    /// <summary>Being deleted.</summary>
    public static readonly StackStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");

    /// <summary>Resources were imported.</summary>
    public static readonly StackStatus IMPORT_COMPLETE = new("IMPORT_COMPLETE");

    /// <summary>Resources are being imported.</summary>
    public static readonly StackStatus IMPORT_IN_PROGRESS = new("IMPORT_IN_PROGRESS");

    /// <summary>A failed import was undone.</summary>
    public static readonly StackStatus IMPORT_ROLLBACK_COMPLETE = new("IMPORT_ROLLBACK_COMPLETE");

    /// <summary>A failed import could not be undone.</summary>
    public static readonly StackStatus IMPORT_ROLLBACK_FAILED = new("IMPORT_ROLLBACK_FAILED");

    /// <summary>A failed import is being undone.</summary>
    public static readonly StackStatus IMPORT_ROLLBACK_IN_PROGRESS = new("IMPORT_ROLLBACK_IN_PROGRESS");

    /// <summary>A change set waits; there are no resources yet.</summary>
    public static readonly StackStatus REVIEW_IN_PROGRESS = new("REVIEW_IN_PROGRESS");

    /// <summary>The creation failed and was undone; only deletion is left.</summary>
    public static readonly StackStatus ROLLBACK_COMPLETE = new("ROLLBACK_COMPLETE");

    /// <summary>The creation failed and could not be undone.</summary>
    public static readonly StackStatus ROLLBACK_FAILED = new("ROLLBACK_FAILED");

    /// <summary>The creation failed and is being undone.</summary>
    public static readonly StackStatus ROLLBACK_IN_PROGRESS = new("ROLLBACK_IN_PROGRESS");

    /// <summary>Updated.</summary>
    public static readonly StackStatus UPDATE_COMPLETE = new("UPDATE_COMPLETE");

    /// <summary>Updated; resources no longer needed are being deleted.</summary>
    public static readonly StackStatus UPDATE_COMPLETE_CLEANUP_IN_PROGRESS = new("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");

    /// <summary>The update failed and nothing was undone.</summary>
    public static readonly StackStatus UPDATE_FAILED = new("UPDATE_FAILED");

    /// <summary>Being updated.</summary>
    public static readonly StackStatus UPDATE_IN_PROGRESS = new("UPDATE_IN_PROGRESS");

    /// <summary>The update failed and was undone.</summary>
    public static readonly StackStatus UPDATE_ROLLBACK_COMPLETE = new("UPDATE_ROLLBACK_COMPLETE");

    /// <summary>The update was undone; its new resources are being deleted.</summary>
    public static readonly StackStatus UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS = new("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");

    /// <summary>The update failed and could not be undone.</summary>
    public static readonly StackStatus UPDATE_ROLLBACK_FAILED = new("UPDATE_ROLLBACK_FAILED");

    /// <summary>The update failed and is being undone.</summary>
    public static readonly StackStatus UPDATE_ROLLBACK_IN_PROGRESS = new("UPDATE_ROLLBACK_IN_PROGRESS");

    /// <summary>A value by its text, known or not.</summary>
    public StackStatus(string value)
        : base(value)
    {
    }

    /// <summary>The known value of that text, or a new one.</summary>
    public static StackStatus FindValue(string value) => FindValue<StackStatus>(value);

    /// <inheritdoc cref="FindValue(string)"/>
    public static implicit operator StackStatus(string value) => FindValue(value);
}
