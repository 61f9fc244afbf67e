using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Otlp;

/// <summary>
/// <c>otlp</c>: spans a CPU-second of an OTLP receiver, over gRPC, 512 spans a request, eight a trace, eight attributes. Without an
/// endpoint it starts this repository's dashboard; with one it measures whoever listens there.
/// </summary>
internal static class OtlpCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        Option<string?> endpoint = new("--endpoint") { Description = "The receiver, as http://127.0.0.1:4317. Default: a dashboard that is started for the run." };
        Option<int?> pid = new("--pid") { Description = "The receiver's process, with --endpoint." };
        Option<string?> api = new("--api") { Description = "With --endpoint, a dashboard of ours: the address of its API." };
        Option<string?> key = new("--api-key") { Description = "The value of x-otlp-api-key." };
        Option<double> seconds = new("--seconds") { Description = "How long to send.", DefaultValueFactory = _ => 20 };
        Option<long> spans = new("--spans") { Description = "Spans at most.", DefaultValueFactory = _ => long.MaxValue };
        Option<int> connections = new("--connections") { Description = "Connections, one request under way on each.", DefaultValueFactory = _ => 4 };
        Option<string> dashboard = new("--dashboard")
        {
            Description = "The dashboard to start.",
            DefaultValueFactory = _ => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Dashboard/release/Dashboard.dll")),
        };
        Command command = new("otlp", "Spans a CPU-second of an OTLP receiver.") { endpoint, pid, api, key, seconds, spans, connections, dashboard };
        command.SetAction((arguments, cancellationToken) =>
        {
            var (target, targetApi) = (Address(arguments.GetValue(endpoint)), Address(arguments.GetValue(api)));
            ReceiverProcess? receiver;
            if (target is null)
            {
                (target, targetApi) = (Free(), Free());
                receiver = ReceiverProcess.StartDashboard(arguments.GetValue(dashboard)!, targetApi, target);
            }
            else
            {
                receiver = arguments.GetValue(pid) is { } id ? ReceiverProcess.Watch(id) : null;
            }

            return RunAsync(
                target,
                targetApi,
                receiver,
                arguments.GetValue(key),
                TimeSpan.FromSeconds(arguments.GetValue(seconds)),
                arguments.GetValue(spans),
                arguments.GetValue(connections),
                cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Uri endpoint, Uri? api, ReceiverProcess? receiver, string? key, TimeSpan duration, long spans, int connections, CancellationToken cancellationToken)
    {
        using var process = receiver;
        using var stored = api is null ? null : new StoredSpans(api, TimeProvider.System);
        if (stored is not null)
        {
            await stored.WaitUntilReadyAsync();
        }

        var run = (ulong)TimeProvider.System.GetUtcNow().Ticks;
        var warm = new OtlpSender(endpoint, key, 512, connections, run, TimeProvider.System);
        await warm.SendAsync(Math.Min(spans, 100_000), cancellationToken);
        var before = stored is null ? default : await stored.WaitUntilStoredAsync();
        Say($"warmed up with {warm.Sent:N0} spans of {warm.BytesPerSpan} bytes");

        var sender = new OtlpSender(endpoint, key, 512, connections, run + 1, TimeProvider.System);
        var (cpu, start) = (process?.CpuSeconds ?? 0, TimeProvider.System.GetTimestamp());
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = sender.SendAsync(spans, end.Token);
        while (!sending.IsCompleted && TimeProvider.System.GetElapsedTime(start) < duration)
        {
            await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, CancellationToken.None));
            var elapsed = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
            Say($"{elapsed,5:F1} s  {sender.Sent,12:N0} spans  {sender.Sent / elapsed,9:N0}/s  RSS {process?.Megabytes.ToString(CultureInfo.InvariantCulture) ?? "?"} MB");
        }

        await end.CancelAsync();
        await sending;
        var after = stored is null ? default : await stored.WaitUntilStoredAsync();
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        var used = process?.CpuSeconds - cpu;
        Say($"{sender.Sent:N0} spans in {seconds:F1} s until stored: {sender.Sent / seconds:N0} spans/s");
        if (used is { } receiverSeconds)
        {
            Say($"receiver: {receiverSeconds:F1} CPU-seconds, {sender.Sent / receiverSeconds:N0} spans a CPU-second, RSS {process!.Megabytes} MB, at most {process.PeakMegabytes} MB, disk {process.DiskMegabytes} MB");
        }

        Say($"requests sent away for want of room and sent again: {sender.Refused:N0}");
        if (stored is null)
        {
            return 0;
        }

        var difference = after.Spans + after.Trimmed - before.Spans - before.Trimmed - sender.Sent;
        Say($"stored and queryable {after.Spans:N0}, trimmed {after.Trimmed:N0}; stored - sent = {difference}");
        Say($"the newest 100 traces: {string.Join(", ", (await stored.TimeTraceListAsync()).Select(time => $"{time:F0} ms"))}");
        return difference == 0 ? 0 : 1;
    }

    private static Uri? Address(string? text) => text is null ? null : new(text, UriKind.Absolute);

    private static Uri Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
