using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>How the calls of a connection are authorised.</summary>
public class ConnectionAuthorizationType : ConstantClass
{
    /// <summary>By a key in a header.</summary>
    public static readonly ConnectionAuthorizationType API_KEY = new("API_KEY");

    /// <summary>By user name and password.</summary>
    public static readonly ConnectionAuthorizationType BASIC = new("BASIC");

    /// <summary>By OAuth client credentials.</summary>
    public static readonly ConnectionAuthorizationType OAUTH_CLIENT_CREDENTIALS = new("OAUTH_CLIENT_CREDENTIALS");

    /// <summary>A value by its text, known or not.</summary>
    public ConnectionAuthorizationType(string value)
        : base(value)
    {
    }

    /// <summary>The known value of that text, or a new one.</summary>
    public static ConnectionAuthorizationType FindValue(string value) => FindValue<ConnectionAuthorizationType>(value);

    /// <inheritdoc cref="FindValue(string)"/>
    public static implicit operator ConnectionAuthorizationType(string value) => FindValue(value);
}
