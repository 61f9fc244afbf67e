namespace Aspire.Hosting;

/// <summary>The run or publish at hand.</summary>
public class DistributedApplicationExecutionContext
{
    private IServiceProvider? _services;

    /// <summary>Creates a context.</summary>
    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
        : this(operation, operation == DistributedApplicationOperation.Publish ? "manifest" : "")
    {
    }

    /// <summary>Creates a context of a publisher.</summary>
    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation, string publisherName)
    {
        Operation = operation;
        PublisherName = publisherName;
    }

    /// <summary>What publishes.</summary>
    public string PublisherName { get; set; }

    /// <summary>What is done.</summary>
    public DistributedApplicationOperation Operation { get; }

    /// <summary>The application's services, once it is built.</summary>
    public IServiceProvider ServiceProvider =>
        _services ?? throw new InvalidOperationException("The application has no services before it is built.");

    /// <summary>Whether a manifest is written.</summary>
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    /// <summary>Whether the application is run.</summary>
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    internal void SetServices(IServiceProvider services) => _services = services;
}
