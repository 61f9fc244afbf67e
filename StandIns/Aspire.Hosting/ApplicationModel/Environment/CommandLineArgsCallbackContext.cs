using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a callback puts command line arguments.</summary>
/// <param name="args">What is there already.</param>
/// <param name="resource">The resource that gets the arguments.</param>
public sealed class CommandLineArgsCallbackContext(IList<object> args, IResource resource, CancellationToken cancellationToken = default)
{
    /// <summary>The arguments: strings, or values that are known later.</summary>
    public IList<object> Args { get; } = args;

    /// <summary>The resource that gets the arguments.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>Cancelled when the resource is not started after all.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The run or publish at hand.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; init; } = new(DistributedApplicationOperation.Run);

    /// <summary>The resource's own log.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;
}
