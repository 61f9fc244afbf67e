using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Scenarios.Reports;

namespace Integration.Tests.Fixtures;

/// <summary>The app host as a process of its own, whose own processes can be killed. Linux only: it reads <c>/proc</c>.</summary>
internal sealed class AppHostProcess : IDisposable
{
    private const string LoginLine = "Dashboard: ";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private AppHostProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>All that it said so far.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>How to start it with these arguments, from its own output folder: only there is all that it needs to run.</summary>
    public static ProcessStartInfo Command(params IReadOnlyList<string> arguments)
    {
        // artifacts/bin/AppHost/<configuration>
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var appHost = Path.Combine(own.Parent!.Parent!.FullName, "AppHost", own.Name, "AppHost");
        return new(OperatingSystem.IsWindows() ? appHost + ".exe" : appHost, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
    }

    /// <summary>Starts it. Whoever runs these tests may ignore SIGINT, which children inherit; env undoes that.</summary>
    public static AppHostProcess Start(params IReadOnlyList<string> arguments)
    {
        var host = new AppHostProcess(Process.Start(
            new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT", Command().FileName, .. arguments])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!);
        host._process.OutputDataReceived += host.Note;
        host._process.ErrorDataReceived += host.Note;
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>The run as the dashboard tells of it, once it is as wished.</summary>
    public async Task<LiveRun> UntilLiveAsync(Func<LiveRun, bool> isWished)
    {
        var login = new Uri(await Lab.UntilAsync(() => Task.FromResult(_lines.FirstOrDefault(line => line.StartsWith(LoginLine, StringComparison.Ordinal)))) is { } line
            ? line[LoginLine.Length..] : "");
        using var dashboard = new HttpClient { BaseAddress = new Uri(login.GetLeftPart(UriPartial.Authority)) };
        return await Lab.UntilAsync(async () =>
        {
            using var answer = await dashboard.GetAsync("/api/runs/current");
            return answer.IsSuccessStatusCode && await answer.Content.ReadFromJsonAsync<LiveRun>(JsonSerializerOptions.Web) is { } live && isWished(live) ? live : null;
        });
    }

    /// <summary>The process of a resource, by its program's name.</summary>
    public Process Child(string program) => Processes.Below(Id).First(process => process.ProcessName == program);

    /// <summary>Its exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            _lines.Enqueue(text);
        }
    }
}
