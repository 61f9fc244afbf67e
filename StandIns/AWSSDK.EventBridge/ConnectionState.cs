using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>Where a connection stands.</summary>
public class ConnectionState : ConstantClass
{
    /// <summary>Ready, in a virtual private cloud.</summary>
    public static readonly ConnectionState ACTIVE = new("ACTIVE");

    /// <summary>Ready.</summary>
    public static readonly ConnectionState AUTHORIZED = new("AUTHORIZED");

    /// <summary>Being authorised.</summary>
    public static readonly ConnectionState AUTHORIZING = new("AUTHORIZING");

    /// <summary>Being created.</summary>
    public static readonly ConnectionState CREATING = new("CREATING");

    /// <summary>It lost its authorisation.</summary>
    public static readonly ConnectionState DEAUTHORIZED = new("DEAUTHORIZED");

    /// <summary>Losing its authorisation.</summary>
    public static readonly ConnectionState DEAUTHORIZING = new("DEAUTHORIZING");

    /// <summary>Being deleted.</summary>
    public static readonly ConnectionState DELETING = new("DELETING");

    /// <summary>Its endpoint cannot be reached.</summary>
    public static readonly ConnectionState FAILED_CONNECTIVITY = new("FAILED_CONNECTIVITY");

    /// <summary>Being changed.</summary>
    public static readonly ConnectionState UPDATING = new("UPDATING");

    /// <summary>A value by its text, known or not.</summary>
    public ConnectionState(string value)
        : base(value)
    {
    }

    /// <summary>The known value of that text, or a new one.</summary>
    public static ConnectionState FindValue(string value) => FindValue<ConnectionState>(value);

    /// <inheritdoc cref="FindValue(string)"/>
    public static implicit operator ConnectionState(string value) => FindValue(value);
}
