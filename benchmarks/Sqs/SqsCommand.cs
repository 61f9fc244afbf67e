using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Benchmarks.Sqs;

/// <summary><c>sqs</c>: what an operation of SQS costs the server, beside a peer and beside HTTP alone.</summary>
internal static class SqsCommand
{
    private const int Million = 1_000_000;
    private const int Wakes = 50;
    private const int IdlePolls = 100;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    private static int _queues;

    public static Command Create()
    {
        var peer = new Option<string?>("--peer") { Description = "A peer to measure in the same run; npm installs it under artifacts/" };
        peer.AcceptOnlyFromAmong(Servers.Peer);
        var durable = new Option<bool>("--durable") { Description = "Both keep their state on the disk" };
        var seconds = new Option<int>("--seconds") { Description = "How long each row is measured", DefaultValueFactory = static _ => 3 };
        var rounds = new Option<int>("--rounds") { Description = "How often, the servers taking turns; the table shows medians", DefaultValueFactory = static _ => 3 };
        var command = new Command("sqs", "Sends, receives and deletes over raw HTTP connections; the server is a process of its own.")
        {
            peer, durable, seconds, rounds,
        };
        command.SetAction(async result =>
        {
            try
            {
                await RunAsync(
                    result.GetValue(peer) is not null,
                    result.GetValue(durable),
                    TimeSpan.FromSeconds(Math.Max(1, result.GetValue(seconds))),
                    Math.Max(1, result.GetValue(rounds)));
                return 0;
            }
            catch (Exception failed) when (failed is InvalidOperationException or IOException or SocketException)
            {
                await Console.Error.WriteLineAsync(failed.Message);
                return 1;
            }
        });
        return command;
    }

    private static async Task RunAsync(bool withPeer, bool durable, TimeSpan duration, int rounds)
    {
        var modules = Path.Combine("artifacts", "peers", Servers.Peer);
        if (withPeer)
        {
            await Servers.InstallPeerAsync(modules);
        }

        var report = new SqsReport();
        for (var round = 0; round < rounds; round++)
        {
            await MeasureAsync(() => Servers.StartFloorAsync(), duration, report);
            await WithStateAsync(durable, state => MeasureAsync(() => Servers.StartOursAsync(state), duration, report));
            if (withPeer)
            {
                await WithStateAsync(durable, state => MeasureAsync(() => Servers.StartPeerAsync(modules, state), duration, report));
            }
        }

        report.Write(Console.Out, durable);
        if (!durable)
        {
            await WriteMemoryAsync();
        }
    }

    private static async Task WithStateAsync(bool durable, Func<string?, Task> measure)
    {
        if (!durable)
        {
            await measure(null);
            return;
        }

        var state = Directory.CreateTempSubdirectory("sqs-benchmark-");
        try
        {
            await measure(state.FullName);
        }
        finally
        {
            state.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(Func<Task<ServerProcess>> start, TimeSpan duration, SqsReport report)
    {
        using var server = await start();
        var isFloor = server.Name == Servers.Floor;
        foreach (var workload in Workload.All.Where(workload => !isFloor || workload.Stock == 0))
        {
            // A queue of its own for each: what another left behind would weigh on this one.
            var requests = isFloor ? new SqsRequests("http://127.0.0.1/000000000000/floor") : await CreateAsync(server, $"measured-{_queues}");
            var (forWarmUp, stock) = (long.MaxValue, long.MaxValue);
            if (workload.Stock > 0)
            {
                (forWarmUp, stock) = ((long)(workload.Stock * WarmUp.TotalSeconds / 2), (long)(workload.Stock * duration.TotalSeconds));
                // Some more than are taken out: who comes last shall find as many as the others.
                await Workload.FillAsync(server, requests, forWarmUp + stock + workload.Stock);
            }

            await workload.RunAsync(server, requests, WarmUp, forWarmUp);
            report.Add(server.Name, workload.Name, workload.Connections, await workload.RunAsync(server, requests, duration, stock));
            if (!isFloor)
            {
                using var connection = await HttpConnection.OpenAsync(server.Port);
                await connection.CallAsync(requests.DeleteQueue());
                _queues++;
            }
        }

        if (server.Name == Servers.Ours)
        {
            await EventsWorkload.MeasureAsync(server, await CreateAsync(server, "events"), WarmUp, duration, report);
        }

        if (!isFloor)
        {
            report.AddServer(server.Name, new ServerMeasure(
                server.StartUp.TotalMilliseconds,
                server.Memory / 1e6,
                await WakeAsync(server),
                (await IdleAsync(server)).TotalMilliseconds));
        }
    }

    /// <summary>CPU time that a hundred polls cost which nothing comes for, in ten seconds.</summary>
    private static async Task<TimeSpan> IdleAsync(ServerProcess server)
    {
        var requests = await CreateAsync(server, "idle");
        var connections = await Task.WhenAll(Enumerable.Range(0, IdlePolls).Select(_ => HttpConnection.OpenAsync(server.Port)));
        Task[] polls = [.. connections.Select(connection => connection.CallAsync(requests.Receive(1, waitSeconds: 20)).AsTask())];
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        var before = server.Cpu;
        await Task.Delay(IdleTime, TimeProvider.System);
        var cpu = server.Cpu - before;
        await Task.WhenAll(polls);
        Array.ForEach(connections, static connection => connection.Dispose());
        return cpu;
    }

    /// <summary>From the sending of a message to the answer of the poll that waits for it: the median, milliseconds.</summary>
    private static async Task<double> WakeAsync(ServerProcess server)
    {
        var requests = await CreateAsync(server, "wake");
        using var poller = await HttpConnection.OpenAsync(server.Port);
        using var sender = await HttpConnection.OpenAsync(server.Port);
        var wakes = new List<double>();
        for (var wake = 0; wake < Wakes; wake++)
        {
            var poll = poller.CallAsync(requests.Receive(1, waitSeconds: 20)).AsTask();
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            var clock = Stopwatch.StartNew();
            var send = sender.CallAsync(requests.Send(1)).AsTask();
            var handles = SqsRequests.Handles((await poll).Span);
            wakes.Add(clock.Elapsed.TotalMilliseconds);
            await send;
            await sender.CallAsync(requests.Delete(handles[0]));
        }

        return SqsReport.Median(wakes);
    }

    private static async Task WriteMemoryAsync()
    {
        const int bytes = 256;
        using var server = await Servers.StartOursAsync(state: null);
        var requests = await CreateAsync(server, "million");
        var before = server.Memory;
        await Workload.FillAsync(server, requests, Million);
        var perMessage = (server.Memory - before) / (double)Million;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"memory of {Servers.Ours}: {perMessage:0} bytes a queued message of {bytes} bytes, {perMessage - bytes:0} of them overhead"));
    }

    private static async Task<SqsRequests> CreateAsync(ServerProcess server, string name)
    {
        using var connection = await HttpConnection.OpenAsync(server.Port);
        var answer = await connection.CallAsync(SqsRequests.Build("CreateQueue", $$"""{"QueueName":"{{name}}"}"""));
        using var document = JsonDocument.Parse(answer);
        return new SqsRequests(document.RootElement.GetProperty("QueueUrl").GetString()!);
    }
}
