namespace Aspire.Hosting;

/// <summary>The application is described or behaves in a way that cannot work.</summary>
public class DistributedApplicationException : Exception
{
    /// <summary>Creates an exception.</summary>
    public DistributedApplicationException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public DistributedApplicationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public DistributedApplicationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
