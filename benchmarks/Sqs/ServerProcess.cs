using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Sqs;

/// <summary>A server under measurement: a process of its own on a free port of the loopback.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const double TicksASecond = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private ServerProcess(string name, int port, Process process)
    {
        Name = name;
        Port = port;
        _process = process;
    }

    public string Name { get; }

    public int Port { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartUp { get; private set; }

    /// <summary>CPU time of the process so far, user and system.</summary>
    public TimeSpan Cpu
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
            return TimeSpan.FromSeconds(ticks / TicksASecond);
        }
    }

    /// <summary>Resident memory, bytes.</summary>
    public long Memory
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(static line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Starts a server and waits for its first answer to <c>ListQueues</c>.</summary>
    /// <param name="describe">The command for a port.</param>
    public static async Task<ServerProcess> StartAsync(string name, Func<int, ProcessStartInfo> describe)
    {
        var port = FreePort();
        var start = describe(port);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data is null ? "" : $"{name}: {line.Data}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(name, port, process);
        while (!await server.AnswersAsync())
        {
            if (process.HasExited || clock.Elapsed > Patience)
            {
                server.Dispose();
                throw new InvalidOperationException($"{name} did not start.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        server.StartUp = clock.Elapsed;
        return server;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var connection = await HttpConnection.OpenAsync(Port);
            await connection.CallAsync(SqsRequests.Build("ListQueues", "{}"));
            return true;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }
}
