using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>Where an API destination stands.</summary>
public class ApiDestinationState : ConstantClass
{
    /// <summary>Ready.</summary>
    public static readonly ApiDestinationState ACTIVE = new("ACTIVE");

    /// <summary>Not ready, as its connection is not.</summary>
    public static readonly ApiDestinationState INACTIVE = new("INACTIVE");

    /// <summary>A value by its text, known or not.</summary>
    public ApiDestinationState(string value)
        : base(value)
    {
    }

    /// <summary>The known value of that text, or a new one.</summary>
    public static ApiDestinationState FindValue(string value) => FindValue<ApiDestinationState>(value);

    /// <inheritdoc cref="FindValue(string)"/>
    public static implicit operator ApiDestinationState(string value) => FindValue(value);
}
