using System.Diagnostics;

namespace Benchmarks.Sqs;

/// <summary>What one connection does again and again.</summary>
/// <param name="Name">Its row in the table.</param>
/// <param name="Connections">How many do it at once.</param>
/// <param name="Stock">Messages that it takes out, which are put in before, for each second; 0: it takes none.</param>
/// <param name="Step">One round on a connection; gives how many operations it was.</param>
internal sealed record Workload(string Name, int Connections, int Stock, Func<HttpConnection, SqsRequests, ValueTask<int>> Step)
{
    private const int Bytes = 256;

    /// <summary>All of them, in the order in which they are measured.</summary>
    public static IReadOnlyList<Workload> All { get; } =
    [
        Send(1), ReceiveDelete(1), Send(32), ReceiveDelete(32), SendBatch(32), ReceiveDeleteBatch(32),
    ];

    /// <summary>Runs it for a while.</summary>
    /// <param name="limit">Operations that there are messages for; it ends early when they are used up.</param>
    public async Task<Measure> RunAsync(ServerProcess server, SqsRequests requests, TimeSpan duration, long limit)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => HttpConnection.OpenAsync(server.Port)));
        var cpu = server.Cpu;
        var clock = Stopwatch.StartNew();
        var total = 0L;
        await Task.WhenAll(connections.Select(connection => Task.Run(async () =>
        {
            while (clock.Elapsed < duration && Volatile.Read(ref total) < limit)
            {
                Interlocked.Add(ref total, await Step(connection, requests));
            }
        })));
        var measure = new Measure(total, clock.Elapsed, server.Cpu - cpu);
        Array.ForEach(connections, static connection => connection.Dispose());
        return measure;
    }

    /// <summary>Puts messages in, as fast as it goes.</summary>
    public static Task FillAsync(ServerProcess server, SqsRequests requests, long messages) =>
        SendBatch(4).RunAsync(server, requests, TimeSpan.FromMinutes(5), messages);

    private static Workload Send(int connections) => new("send", connections, Stock: 0, static async (connection, requests) =>
    {
        await connection.CallAsync(requests.Send(Bytes));
        return 1;
    });

    private static Workload ReceiveDelete(int connections) => new("receive+delete", connections, Stock: 20_000, static async (connection, requests) =>
    {
        var handles = SqsRequests.Handles((await connection.CallAsync(requests.Receive(1))).Span);
        foreach (var handle in handles)
        {
            await connection.CallAsync(requests.Delete(handle));
        }

        return handles.Count;
    });

    private static Workload SendBatch(int connections) => new("send, batches of 10", connections, Stock: 0, static async (connection, requests) =>
    {
        await connection.CallAsync(requests.SendBatch(Bytes));
        return SqsRequests.BatchSize;
    });

    private static Workload ReceiveDeleteBatch(int connections) =>
        new("receive+delete, batches of 10", connections, Stock: 80_000, static async (connection, requests) =>
        {
            var handles = SqsRequests.Handles((await connection.CallAsync(requests.Receive(SqsRequests.BatchSize))).Span);
            if (handles.Count > 0)
            {
                await connection.CallAsync(requests.DeleteBatch(handles));
            }

            return handles.Count;
        });
}
