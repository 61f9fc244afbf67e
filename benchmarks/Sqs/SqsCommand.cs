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
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

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
        var requests = isFloor ? new SqsRequests("http://127.0.0.1/000000000000/floor") : await CreateAsync(server, "measured");
        foreach (var workload in Workload.All.Where(workload => !isFloor || !workload.Receives))
        {
            if (workload.Receives)
            {
                await Workload.FillAsync(server, requests, (long)(20_000 * (duration + WarmUp).TotalSeconds));
            }

            await workload.RunAsync(server, requests, WarmUp, long.MaxValue);
            report.Add(server.Name, workload, await workload.RunAsync(server, requests, duration, long.MaxValue));
        }

        if (!isFloor)
        {
            report.AddServer(server.Name, server.StartUp, server.Memory, await WakeAsync(server));
        }
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
