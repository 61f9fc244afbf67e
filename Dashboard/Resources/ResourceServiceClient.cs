using System.Runtime.CompilerServices;
using Grpc.Core;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Dashboard.Resources;

/// <summary>The directory as a resource service tells it.</summary>
internal sealed class ResourceServiceClient(ResourceServiceConnection connection, ResourceBoard board, TimeProvider clock) : IResourceDirectory
{
    /// <inheritdoc/>
    public string? ApplicationName => board.Current.ApplicationName;

    /// <inheritdoc/>
    public ResourceConnection Connection => board.Current.Connection;

    /// <inheritdoc/>
    public IReadOnlyList<ResourceSnapshot> Resources => board.Current.Resources;

    /// <inheritdoc/>
    public ResourceSnapshot? Find(string name) => Resources.FirstOrDefault(resource => resource.Name == name);

    /// <inheritdoc/>
    public IAsyncEnumerable<ResourceDirectoryState> WatchAsync(CancellationToken cancellationToken) => board.WatchAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<ConsoleLine>> ReadConsoleAsync(
        string resourceName, bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0;
        var uid = Find(resourceName)?.Uid;
        var schedule = new ReconnectSchedule();
        while (true)
        {
            ConsoleEnd end;
            using (var call = connection.Service.WatchResourceConsoleLogs(
                new Wire.WatchResourceConsoleLogsRequest { ResourceName = resourceName, SuppressFollow = !follow },
                connection.Headers,
                cancellationToken: cancellationToken))
            {
                while ((end = await NextAsync(call.ResponseStream, cancellationToken)) == ConsoleEnd.NotYet)
                {
                    schedule.Worked();
                    ConsoleLine[] lines = [.. call.ResponseStream.Current.LogLines
                        .Where(line => line.LineNumber > last)
                        .Select(static line => ConsoleLine.Parse(line.LineNumber, line.Text, line.IsStdErr))];
                    if (lines.Length > 0)
                    {
                        last = lines[^1].Number;
                        yield return lines;
                    }
                }
            }

            if (end == ConsoleEnd.NoSuchResource || (end == ConsoleEnd.Ended && !follow) || HasGone(resourceName))
            {
                yield break;
            }

            await Task.Delay(schedule.Failed(), clock, cancellationToken);
            await foreach (var state in board.WatchAsync(cancellationToken))
            {
                if (state.Connection.State == ConnectionState.Connected)
                {
                    break;
                }
            }

            if (Find(resourceName)?.Uid is { } now && now != uid)
            {
                // Another start of the application, which counts its lines anew.
                (uid, last) = (now, 0);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<ResourceCommandResult> ExecuteAsync(ResourceSnapshot resource, string commandName, CancellationToken cancellationToken)
    {
        try
        {
            var request = new Wire.ResourceCommandRequest { CommandName = commandName, ResourceName = resource.Name, ResourceType = resource.Type };
            var answer = await connection.Service.ExecuteResourceCommandAsync(request, connection.Headers, cancellationToken: cancellationToken);
            return answer.Kind switch
            {
                Wire.ResourceCommandResponseKind.Succeeded => new(ResourceCommandOutcome.Succeeded),
                Wire.ResourceCommandResponseKind.Cancelled => new(ResourceCommandOutcome.Cancelled),
                _ => new(ResourceCommandOutcome.Failed, answer.ErrorMessage is { Length: > 0 } reason ? reason : $"{commandName} failed."),
            };
        }
        catch (Exception cancelled) when (cancelled is RpcException or OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            return new(ResourceCommandOutcome.Cancelled);
        }
        catch (RpcException failure)
        {
            return new(ResourceCommandOutcome.Failed, connection.Describe(failure));
        }
    }

    /// <summary>Waits for the next lines. What is in the way is told and not thrown: it is tried again.</summary>
    private static async Task<ConsoleEnd> NextAsync(
        IAsyncStreamReader<Wire.WatchResourceConsoleLogsUpdate> lines, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.MoveNext(cancellationToken) ? ConsoleEnd.NotYet : ConsoleEnd.Ended;
        }
        catch (RpcException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (RpcException failure)
        {
            return failure.StatusCode == StatusCode.NotFound ? ConsoleEnd.NoSuchResource : ConsoleEnd.Lost;
        }
    }

    /// <summary>The service is there and knows no such resource any more: an app host that started again has new names.</summary>
    private bool HasGone(string resourceName) => Connection.State == ConnectionState.Connected && Find(resourceName) is null;

    private enum ConsoleEnd
    {
        NotYet,
        Ended,
        Lost,
        NoSuchResource,
    }
}
