using Grpc.Core;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Dashboard.Resources;

/// <summary>Keeps the board as the resource service tells it, and comes back to the service whenever it was lost.</summary>
internal sealed partial class ResourceWatch(
    ResourceServiceConnection connection, ResourceBoard board, TimeProvider clock, ILogger<ResourceWatch> logger) : BackgroundService
{
    /// <summary>An app host may still be starting: its service is called lost only after so many attempts.</summary>
    private const int PatientAttempts = 5;

    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    private readonly ReconnectSchedule _schedule = new();
    private bool _wasConnected;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var reason = await FollowAsync(stoppingToken);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            var wait = _schedule.Failed();
            if (reason.IsFinal || _wasConnected || _schedule.Failures >= PatientAttempts)
            {
                if (board.Current.Connection.State != ConnectionState.Lost)
                {
                    LogLost(reason.Text);
                }

                board.Connect(new ResourceConnection(ConnectionState.Lost, reason.Text));
            }

            await Task.Delay(wait, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Follows the service until it is lost, and says why.</summary>
    private async Task<(string Text, bool IsFinal)> FollowAsync(CancellationToken stopping)
    {
        try
        {
            var application = await connection.Service.GetApplicationInformationAsync(
                new Wire.ApplicationInformationRequest(),
                connection.Headers,
                TimeProvider.System.GetUtcNow().UtcDateTime + AnswerLimit,
                stopping);
            using var call = connection.Service.WatchResources(
                new Wire.WatchResourcesRequest { IsReconnect = _wasConnected }, connection.Headers, cancellationToken: stopping);
            for (var next = FirstAsync(call.ResponseStream, stopping); await next; next = call.ResponseStream.MoveNext(stopping))
            {
                Take(VisibleText.Of(application.ApplicationName), call.ResponseStream.Current);
            }

            return ("The app host has stopped.", false);
        }
        catch (RpcException failure)
        {
            return (connection.Describe(failure), failure.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return ("", true);
        }
        catch (TimeoutException)
        {
            return ("The resource service answers, but tells of no resources.", false);
        }
#pragma warning disable CA1031 // Whatever it tells, the pages live on without it.
        catch (Exception senseless)
        {
            return ($"What the resource service tells cannot be read: {senseless.Message}", false);
        }
#pragma warning restore CA1031
    }

    /// <summary>What there is is told at once; what changes may be long in coming.</summary>
    /// <exception cref="TimeoutException">It was not told.</exception>
    private static Task<bool> FirstAsync(IAsyncStreamReader<Wire.WatchResourcesUpdate> updates, CancellationToken stopping) =>
        updates.MoveNext(stopping).WaitAsync(AnswerLimit, TimeProvider.System, stopping);

    private void Take(string applicationName, Wire.WatchResourcesUpdate update)
    {
        switch (update.KindCase)
        {
            case Wire.WatchResourcesUpdate.KindOneofCase.InitialData:
                board.Begin(applicationName, update.InitialData.Resources.Select(SnapshotReader.Read));
                _wasConnected = true;
                _schedule.Worked();
                break;
            case Wire.WatchResourcesUpdate.KindOneofCase.Changes:
                board.Change(
                    update.Changes.Value.Where(static change => change.Upsert is not null).Select(static change => SnapshotReader.Read(change.Upsert)),
                    update.Changes.Value.Where(static change => change.Delete is not null).Select(static change => change.Delete.ResourceName));
                break;
            default:
                // Something that a later service tells and we do not know.
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The resource service is lost: {Reason}")]
    private partial void LogLost(string reason);
}
