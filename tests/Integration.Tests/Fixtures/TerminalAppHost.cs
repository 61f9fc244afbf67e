using System.Diagnostics;
using System.Text;

namespace Integration.Tests.Fixtures;

/// <summary>The app host as a process of its own, as a terminal starts it: Ctrl+C reaches it, and its two outputs are apart.</summary>
internal sealed class TerminalAppHost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _errors;

    private TerminalAppHost(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it. Whoever runs these tests may ignore SIGINT, which children inherit; env undoes that.</summary>
    public static TerminalAppHost Start(params string[] arguments) => new(Process.Start(
        new ProcessStartInfo("/usr/bin/env", ["--default-signal=INT", AppHostProcess.Command().FileName, .. arguments])
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
