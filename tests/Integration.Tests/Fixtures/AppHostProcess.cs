using System.Diagnostics;
using System.Text;

namespace Integration.Tests.Fixtures;

/// <summary>The app host as a process of its own, as a shell starts it: Ctrl+C reaches it.</summary>
internal sealed class AppHostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _errors;

    private AppHostProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The app host's own output, artifacts/bin/AppHost/&lt;configuration&gt;: only there is all that it needs to run.</summary>
    public static string Path
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            var appHost = System.IO.Path.Combine(own.Parent!.Parent!.FullName, "AppHost", own.Name, "AppHost");
            return OperatingSystem.IsWindows() ? appHost + ".exe" : appHost;
        }
    }

    /// <summary>Starts it. Whoever runs these tests may ignore SIGINT, which children inherit; env undoes that.</summary>
    public static AppHostProcess Start(params string[] arguments) => new(Process.Start(
        new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT", Path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>Returns once it has written a line that satisfies a condition.</summary>
    public async Task SaysAsync(Func<string, bool> isIt)
    {
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience, TimeProvider.System) is { } line)
        {
            _output.AppendLine(line);
            if (isIt(line))
            {
                return;
            }
        }

        throw new InvalidOperationException($"It ended without saying so: {_output}{await _errors}");
    }

    /// <summary>Ctrl+C.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        _output.Append(await _process.StandardOutput.ReadToEndAsync().WaitAsync(Patience, TimeProvider.System));
        await _process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);
        return (_process.ExitCode, _output.ToString(), await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
