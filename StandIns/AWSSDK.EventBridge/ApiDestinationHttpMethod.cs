using Amazon.Runtime;

namespace Amazon.EventBridge;

/// <summary>The method of an API destination's calls.</summary>
public class ApiDestinationHttpMethod : ConstantClass
{
    /// <summary>DELETE.</summary>
    public static readonly ApiDestinationHttpMethod DELETE = new("DELETE");

    /// <summary>GET.</summary>
    public static readonly ApiDestinationHttpMethod GET = new("GET");

    /// <summary>HEAD.</summary>
    public static readonly ApiDestinationHttpMethod HEAD = new("HEAD");

    /// <summary>OPTIONS.</summary>
    public static readonly ApiDestinationHttpMethod OPTIONS = new("OPTIONS");

    /// <summary>PATCH.</summary>
    public static readonly ApiDestinationHttpMethod PATCH = new("PATCH");

    /// <summary>POST.</summary>
    public static readonly ApiDestinationHttpMethod POST = new("POST");

    /// <summary>PUT.</summary>
    public static readonly ApiDestinationHttpMethod PUT = new("PUT");

    /// <summary>A value by its text, known or not.</summary>
    public ApiDestinationHttpMethod(string value)
        : base(value)
    {
    }

    /// <summary>The known value of that text, or a new one.</summary>
    public static ApiDestinationHttpMethod FindValue(string value) => FindValue<ApiDestinationHttpMethod>(value);

    /// <inheritdoc cref="FindValue(string)"/>
    public static implicit operator ApiDestinationHttpMethod(string value) => FindValue(value);
}
