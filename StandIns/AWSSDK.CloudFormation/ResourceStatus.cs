using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Where a resource of a stack stands.</summary>
public class ResourceStatus : ConstantClass
{
    /// <summary>Created.</summary>
    public static readonly ResourceStatus CREATE_COMPLETE = new("CREATE_COMPLETE");

    /// <summary>The creation failed.</summary>
    public static readonly ResourceStatus CREATE_FAILED = new("CREATE_FAILED");

    /// <summary>Being created.</summary>
    public static readonly ResourceStatus CREATE_IN_PROGRESS = new("CREATE_IN_PROGRESS");

    /// <summary>Deleted.</summary>
    public static readonly ResourceStatus DELETE_COMPLETE = new("DELETE_COMPLETE");

    /// <summary>The deletion failed.</summary>
    public static readonly ResourceStatus DELETE_FAILED = new("DELETE_FAILED");

    /// <summary>Being deleted.</summary>
    public static readonly ResourceStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");

    /// <summary>Kept, by its deletion policy.</summary>
    public static readonly ResourceStatus DELETE_SKIPPED = new("DELETE_SKIPPED");

    /// <summary>The stack's creation was undone.</summary>
    public static readonly ResourceStatus ROLLBACK_COMPLETE = new("ROLLBACK_COMPLETE");

    /// <summary>The stack's creation could not be undone.</summary>
    public static readonly ResourceStatus ROLLBACK_FAILED = new("ROLLBACK_FAILED");

    /// <summary>The stack's creation is being undone.</summary>
    public static readonly ResourceStatus ROLLBACK_IN_PROGRESS = new("ROLLBACK_IN_PROGRESS");

    /// <summary>Updated.</summary>
    public static readonly ResourceStatus UPDATE_COMPLETE = new("UPDATE_COMPLETE");

    /// <summary>The update failed.</summary>
    public static readonly ResourceStatus UPDATE_FAILED = new("UPDATE_FAILED");

    /// <summary>Being updated.</summary>
    public static readonly ResourceStatus UPDATE_IN_PROGRESS = new("UPDATE_IN_PROGRESS");

    /// <summary>The update was undone.</summary>
    public static readonly ResourceStatus UPDATE_ROLLBACK_COMPLETE = new("UPDATE_ROLLBACK_COMPLETE");

    /// <summary>The update could not be undone.</summary>
    public static readonly ResourceStatus UPDATE_ROLLBACK_FAILED = new("UPDATE_ROLLBACK_FAILED");

    /// <summary>The update is being undone.</summary>
    public static readonly ResourceStatus UPDATE_ROLLBACK_IN_PROGRESS = new("UPDATE_ROLLBACK_IN_PROGRESS");

    /// <summary>A value by its text, known or not.</summary>
    public ResourceStatus(string value)
        : base(value)
    {
    }

    /// <summary>The known value of that text, or a new one.</summary>
    public static ResourceStatus FindValue(string value) => FindValue<ResourceStatus>(value);

    /// <inheritdoc cref="FindValue(string)"/>
    public static implicit operator ResourceStatus(string value) => FindValue(value);
}
