using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>Whether a rule acts.</summary>
public class RuleState : ConstantClass
{
    /// <summary>It does not.</summary>
    public static readonly RuleState DISABLED = new("DISABLED");

    /// <summary>It acts.</summary>
    public static readonly RuleState ENABLED = new("ENABLED");

    /// <summary>It acts, on read-only management events, too.</summary>
    public static readonly RuleState ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS = new("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");

    /// <summary>A value by its text, known or not.</summary>
    public RuleState(string value)
        : base(value)
    {
    }

    /// <summary>The known value of that text, or a new one.</summary>
    public static RuleState FindValue(string value) => FindValue<RuleState>(value);

    /// <inheritdoc cref="FindValue(string)"/>
    public static implicit operator RuleState(string value) => FindValue(value);
}
