using System.Diagnostics;

namespace Aspire.Hosting.Embedded;

/// <summary>
/// A running process. It stops on SIGTERM (or the end of its standard input where there are no signals), and it learns
/// of this process's death by the end of its standard input, whatever this process died of.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    // What is meant for the app host itself. As the official host, we pass on all else.
    private static readonly string[] NotInherited =
        ["ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "DOTNET_LAUNCH_PROFILE"];

    private readonly Process _process;
    private readonly Task _output;

    private ChildProcess(Process process, Action<string, bool> onLine)
    {
        _process = process;
        Id = process.Id;
        _output = Task.WhenAll(
            LineReader.ReadAsync(process.StandardOutput, line => onLine(line, false)),
            LineReader.ReadAsync(process.StandardError, line => onLine(line, true)));
        Exited = WaitForExitAsync();
    }

    /// <summary>The process id.</summary>
    internal int Id { get; }

    /// <summary>The exit code, once the process has ended and its output is read. 128 and the signal if one killed it.</summary>
    internal Task<int> Exited { get; }

    /// <summary>Starts a process.</summary>
    /// <param name="plan">What to start.</param>
    /// <param name="onLine">Called with each line of output, and whether it came by standard error.</param>
    internal static ChildProcess Start(LaunchPlan plan, Action<string, bool> onLine)
    {
        var info = new ProcessStartInfo
        {
            WorkingDirectory = plan.Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var name in NotInherited)
        {
            info.Environment.Remove(name);
        }

        foreach (var (name, value) in plan.Environment)
        {
            info.Environment[name] = value;
        }

        SetCommand(info, plan);
        var process = Process.Start(info) ?? throw new DistributedApplicationException($"'{plan.Command}' did not start.");
        return new ChildProcess(process, onLine);
    }

    /// <summary>Asks the process to stop, and kills it with its descendants if it has not within a time.</summary>
    internal async Task<int> StopAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        RequestStop();
        try
        {
            await Exited.WaitAsync(grace, TimeProvider.System, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            Kill();
        }

        return await Exited;
    }

    /// <summary>Ends the process and its descendants at once.</summary>
    internal void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It has ended meanwhile.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    // The terminal sends Ctrl+C to every process of the group. We stop ours in order, so they must not hear it: an
    // ignored signal stays ignored over exec, and .NET respects it.
    private static void SetCommand(ProcessStartInfo info, LaunchPlan plan)
    {
        if (OperatingSystem.IsWindows())
        {
            info.FileName = plan.Command;
            info.CreateNewProcessGroup = true;
        }
        else
        {
            info.FileName = "/bin/sh";
            info.ArgumentList.Add("-c");
            info.ArgumentList.Add("trap '' INT; exec \"$0\" \"$@\"");
            PassOddNames(info);
            info.ArgumentList.Add(plan.Command);
        }

        foreach (var argument in plan.Arguments)
        {
            info.ArgumentList.Add(argument);
        }
    }

    // A shell drops variables whose names it could not use itself, and services__slow-api__http__0 is one; env takes any name.
    private static void PassOddNames(ProcessStartInfo info)
    {
        info.ArgumentList.Add("/usr/bin/env");
        foreach (var (name, value) in info.Environment.Where(variable => !variable.Key.All(IsShellName)))
        {
            info.ArgumentList.Add($"{name}={value}");
        }

        static bool IsShellName(char letter) => letter == '_' || char.IsAsciiLetterOrDigit(letter);
    }

    private void RequestStop()
    {
        if (OperatingSystem.IsWindows())
        {
            _process.StandardInput.Close();
        }
        else if (!_process.HasExited)
        {
            _ = Signals.Send(Id, Signals.Terminate);
        }
    }

    private async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(CancellationToken.None);
        try
        {
            // A descendant may hold the pipes open for longer.
            await _output.WaitAsync(OutputGrace, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            // It does, and what it still writes is not this process's.
        }

        return _process.ExitCode;
    }
}
