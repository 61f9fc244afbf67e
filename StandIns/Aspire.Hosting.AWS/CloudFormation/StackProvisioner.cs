using Amazon;
using Amazon.CloudFormation;
using Amazon.Runtime;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>Brings a stack to its template (or finds it as it is), and says how far it is.</summary>
internal sealed partial class StackProvisioner(StackResource stack, InitializeResourceEvent initialization)
{
    private readonly ILogger _logger = initialization.Logger;

    /// <summary>Waits for what the stack waits for, provisions it and lets its waiters go.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await initialization.Notifications.WaitForDependenciesAsync(stack, cancellationToken);
            await initialization.Eventing.PublishAsync(new BeforeResourceStartedEvent(stack, initialization.Services), cancellationToken);
            await PublishAsync(KnownResourceStates.Starting, KnownResourceStateStyles.Info);
            await ProvisionAsync(cancellationToken);
            stack.ProvisioningTaskCompletionSource?.TrySetResult();
            await PublishAsync(KnownResourceStates.Running, KnownResourceStateStyles.Success);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            stack.ProvisioningTaskCompletionSource?.TrySetCanceled(cancellationToken);
            await PublishAsync(KnownResourceStates.Exited, null);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException
            or IOException or UnauthorizedAccessException or DistributedApplicationException)
        {
            LogFailed(stack.StackName, exception.Message);
            var failure = new DistributedApplicationException($"Stack '{stack.StackName}' failed: {exception.Message}", exception);
            stack.ProvisioningTaskCompletionSource?.TrySetException(failure);
            _ = stack.ProvisioningTaskCompletionSource?.Task.Exception;
            await PublishAsync(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error);
        }
    }

    private async Task ProvisionAsync(CancellationToken cancellationToken)
    {
        var client = stack.CloudFormationClient ?? CreateClient();
        try
        {
            var change = new StackChange(client, stack, TimeProvider.System);
            var settled = stack is TemplateResource template
                ? await change.ApplyAsync(template, cancellationToken)
                : StackChange.Approve(await change.WhenSettledAsync(cancellationToken));
            stack.Outputs = settled.Outputs ?? [];
            LogSettled(stack.StackName, settled.StackStatus?.Value);
        }
        finally
        {
            if (!ReferenceEquals(client, stack.CloudFormationClient))
            {
                client.Dispose();
            }
        }
    }

    private AmazonCloudFormationClient CreateClient()
    {
        var config = new AmazonCloudFormationConfig();
        if (stack.AWSSDKConfig is { } sdk)
        {
            config.RegionEndpoint = sdk.Region ?? config.RegionEndpoint;
            if (sdk.Profile is { } profile)
            {
                config.Profile = new Profile(profile);
            }
        }

        return new AmazonCloudFormationClient(config);
    }

    private Task PublishAsync(string state, string? style) => initialization.Notifications.PublishUpdateAsync(stack, last => last with
    {
        State = new ResourceStateSnapshot(state, style),
        StartTimeStamp = state == KnownResourceStates.Starting ? TimeProvider.System.GetUtcNow().UtcDateTime : last.StartTimeStamp,
        Properties = [new ResourcePropertySnapshot("aws.cloudformation.stack", stack.StackName), .. Describe()],
    });

    private IEnumerable<ResourcePropertySnapshot> Describe() =>
        (stack.Outputs ?? []).Select(static output => new ResourcePropertySnapshot($"aws.cloudformation.output.{output.OutputKey}", output.OutputValue));

    [LoggerMessage(1, LogLevel.Information, "Stack {Stack} is there: {Status}")]
    private partial void LogSettled(string stack, string? status);

    [LoggerMessage(2, LogLevel.Error, "Stack {Stack} failed: {Reason}")]
    private partial void LogFailed(string stack, string reason);
}
