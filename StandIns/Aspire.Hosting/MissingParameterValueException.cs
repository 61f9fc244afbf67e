namespace Aspire.Hosting;

/// <summary>Nobody gave a parameter a value.</summary>
public sealed class MissingParameterValueException : DistributedApplicationException
{
    /// <summary>Creates an exception.</summary>
    public MissingParameterValueException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public MissingParameterValueException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public MissingParameterValueException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
