using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>What happens to a stack whose creation fails.</summary>
public class OnFailure : ConstantClass
{
    /// <summary>It is deleted.</summary>
    public static readonly OnFailure DELETE = new("DELETE");

    /// <summary>It stays as it is.</summary>
    public static readonly OnFailure DO_NOTHING = new("DO_NOTHING");

    /// <summary>What was created is undone; the stack itself stays.</summary>
    public static readonly OnFailure ROLLBACK = new("ROLLBACK");

    /// <summary>A value by its text, known or not.</summary>
    public OnFailure(string value)
        : base(value)
    {
    }

    /// <summary>The known value of that text, or a new one.</summary>
    public static OnFailure FindValue(string value) => FindValue<OnFailure>(value);

    /// <inheritdoc cref="FindValue(string)"/>
    public static implicit operator OnFailure(string value) => FindValue(value);
}
