using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>What a template may do once it is granted.</summary>
public class Capability : ConstantClass
{
    /// <summary>Use macros.</summary>
    public static readonly Capability CAPABILITY_AUTO_EXPAND = new("CAPABILITY_AUTO_EXPAND");

    /// <summary>Create IAM resources.</summary>
    public static readonly Capability CAPABILITY_IAM = new("CAPABILITY_IAM");

    /// <summary>Create IAM resources with names of its own.</summary>
    public static readonly Capability CAPABILITY_NAMED_IAM = new("CAPABILITY_NAMED_IAM");

    /// <summary>A value by its text, known or not.</summary>
    public Capability(string value)
        : base(value)
    {
    }

    /// <summary>The known value of that text, or a new one.</summary>
    public static Capability FindValue(string value) => FindValue<Capability>(value);

    /// <inheritdoc cref="FindValue(string)"/>
    public static implicit operator Capability(string value) => FindValue(value);
}
