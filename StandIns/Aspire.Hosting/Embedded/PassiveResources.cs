using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Embedded;

/// <summary>Resources that are no processes: parameters have values or not, containers cannot run, others look after themselves.</summary>
internal sealed partial class PassiveResources(
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    IDistributedApplicationEventing eventing,
    IServiceProvider services)
{
    private const string Masked = "******";

    /// <summary>Brings a resource to the state it belongs in.</summary>
    internal Task StartAsync(IResource resource, CancellationToken cancellationToken) => resource switch
    {
        ParameterResource parameter => FindValueAsync(parameter, cancellationToken),
        ContainerResource container => RefuseAsync(container),
        ExternalServiceResource => RunningAsync(resource),
        _ => InitializeAsync(resource, cancellationToken),
    };

    private async Task FindValueAsync(ParameterResource parameter, CancellationToken cancellationToken)
    {
        try
        {
            var value = await parameter.GetValueAsync(cancellationToken);
            await notifications.PublishUpdateAsync(parameter, last => last with
            {
                State = new ResourceStateSnapshot(KnownResourceStates.Running, KnownResourceStateStyles.Success),
                Properties = [new ResourcePropertySnapshot("Value", parameter.Secret ? Masked : value) { IsSensitive = parameter.Secret }],
            });
        }
        catch (MissingParameterValueException missing)
        {
            LogError(logs.GetLogger(parameter), missing.Message);
            await notifications.PublishUpdateAsync(
                parameter, static last => last with { State = new ResourceStateSnapshot("ValueMissing", KnownResourceStateStyles.Error) });
        }
    }

    private Task RefuseAsync(ContainerResource container)
    {
        LogError(
            logs.GetLogger(container),
            $"'{container.Name}' is a container, which the embedded engine does not run: start it yourself, or run the app host with -p:UseAspire=true.");
        return FailAsync(container);
    }

    private Task RunningAsync(IResource resource) => notifications.PublishUpdateAsync(
        resource, static last => last with { State = new ResourceStateSnapshot(KnownResourceStates.Running, KnownResourceStateStyles.Success) });

    private async Task InitializeAsync(IResource resource, CancellationToken cancellationToken)
    {
        try
        {
            await eventing.PublishAsync(new InitializeResourceEvent(resource, eventing, logs, notifications, services), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // Whatever keeps a resource from starting is its state; the others live on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogError(logs.GetLogger(resource), exception is DistributedApplicationException ? exception.Message : exception.ToString());
            await FailAsync(resource);
        }
    }

    private Task FailAsync(IResource resource) => notifications.PublishUpdateAsync(
        resource, static last => last with { State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error) });

    [LoggerMessage(1, LogLevel.Error, "{Message}")]
    private static partial void LogError(ILogger logger, string message);
}
