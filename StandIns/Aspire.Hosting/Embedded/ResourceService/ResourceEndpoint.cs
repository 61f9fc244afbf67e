using Aspire.Hosting.ApplicationModel;
using Grpc.Core;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Aspire.Hosting.Embedded.ResourceService;

/// <summary>Answers the calls of <c>aspire.v1.DashboardService</c>.</summary>
internal sealed class ResourceEndpoint(
    string applicationName,
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    ResourceCommandService commands,
    CancellationToken stopping) : Wire.DashboardService.DashboardServiceBase
{
    private readonly ResourceMessages _messages = new();

    /// <inheritdoc/>
    public override Task<Wire.ApplicationInformationResponse> GetApplicationInformation(
        Wire.ApplicationInformationRequest request, ServerCallContext context) =>
        Task.FromResult(new Wire.ApplicationInformationResponse { ApplicationName = applicationName });

    /// <inheritdoc/>
    public override async Task WatchResources(
        Wire.WatchResourcesRequest request, IServerStreamWriter<Wire.WatchResourcesUpdate> responseStream, ServerCallContext context)
    {
        using var ending = EndingWith(context);
        try
        {
            var changes = new ResourceChanges(notifications);
            var initial = new Wire.InitialResourceData();
            initial.Resources.AddRange(changes.Begin().Select(_messages.Describe));
            initial.ResourceTypes.AddRange(initial.Resources.Select(static resource => resource.ResourceType).Distinct(StringComparer.Ordinal)
                .Select(static type => new Wire.ResourceType { UniqueName = type, DisplayName = type }));
            await responseStream.WriteAsync(new Wire.WatchResourcesUpdate { InitialData = initial }, ending.Token);

            await foreach (var batch in changes.ReadAsync(ending.Token))
            {
                var update = new Wire.WatchResourcesChanges();
                update.Value.AddRange(batch.Select(change => new Wire.WatchResourcesChange { Upsert = _messages.Describe(change) }));
                await responseStream.WriteAsync(new Wire.WatchResourcesUpdate { Changes = update }, ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader has gone, or the application stops.
        }
    }

    /// <inheritdoc/>
    public override async Task WatchResourceConsoleLogs(
        Wire.WatchResourceConsoleLogsRequest request,
        IServerStreamWriter<Wire.WatchResourceConsoleLogsUpdate> responseStream,
        ServerCallContext context)
    {
        if (!notifications.TryGetCurrentState(request.ResourceName, out var resource))
        {
            throw new RpcException(new Status(StatusCode.NotFound, $"There is no resource '{request.ResourceName}'."));
        }

        using var ending = EndingWith(context);
        try
        {
            var pages = new ConsolePages(logs.GetLog(resource.ResourceId), follow: !request.SuppressFollow);
            while (await pages.NextAsync(ending.Token) is { } page)
            {
                await responseStream.WriteAsync(page, ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader has gone, or the application stops.
        }
    }

    /// <inheritdoc/>
    public override async Task<Wire.ResourceCommandResponse> ExecuteResourceCommand(Wire.ResourceCommandRequest request, ServerCallContext context)
    {
        var result = await commands.ExecuteCommandAsync(request.ResourceName, request.CommandName, context.CancellationToken);
        return result switch
        {
            { Success: true } => new() { Kind = Wire.ResourceCommandResponseKind.Succeeded },
            { Canceled: true } => new() { Kind = Wire.ResourceCommandResponseKind.Cancelled },
            _ => new() { Kind = Wire.ResourceCommandResponseKind.Failed, ErrorMessage = result.ErrorMessage ?? $"{request.CommandName} failed." },
        };
    }

    /// <summary>This host asks its user nothing: the stream stays open, as Aspire's dashboard expects it, and idle.</summary>
    public override async Task WatchInteractions(
        IAsyncStreamReader<Wire.WatchInteractionsRequestUpdate> requestStream,
        IServerStreamWriter<Wire.WatchInteractionsResponseUpdate> responseStream,
        ServerCallContext context)
    {
        using var ending = EndingWith(context);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending.Token).ContinueWith(
            static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private CancellationTokenSource EndingWith(ServerCallContext context) =>
        CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, stopping);
}
