using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a callback puts environment variables.</summary>
/// <param name="executionContext">The run or publish at hand.</param>
/// <param name="environmentVariables">What is there already.</param>
public class EnvironmentCallbackContext(
    DistributedApplicationExecutionContext executionContext,
    Dictionary<string, object>? environmentVariables = null,
    CancellationToken cancellationToken = default)
{
    private readonly IResource? _resource;

    /// <summary>Creates a context for one resource.</summary>
    public EnvironmentCallbackContext(
        DistributedApplicationExecutionContext executionContext,
        IResource resource,
        Dictionary<string, object>? environmentVariables = null,
        CancellationToken cancellationToken = default)
        : this(executionContext, environmentVariables, cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        _resource = resource;
    }

    /// <summary>The variables: strings, or values that are known later.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; } = environmentVariables ?? [];

    /// <summary>Cancelled when the resource is not started after all.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The resource's own log.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>The resource that gets the variables.</summary>
    public IResource Resource => _resource ?? throw new InvalidOperationException("This context was made for no resource in particular.");

    /// <summary>The run or publish at hand.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;
}
