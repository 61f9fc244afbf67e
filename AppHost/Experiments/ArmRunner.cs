using System.Diagnostics;
using System.Text.Json;
using AppHost.Lab;
using Scenarios.Reports;

namespace AppHost.Experiments;

/// <summary>Plays an arm: this program again, headless, in a process of its own.</summary>
internal sealed class ArmRunner(ExperimentPlan plan, TextWriter output, TextWriter error)
{
    /// <summary>
    /// The arm stops, and its own processes, when its standard input ends: on Ctrl+C and SIGTERM we end it, and when we are killed the
    /// system does.
    /// </summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    /// <summary>Plays it to its end.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the arm's processes are gone.</exception>
    public async Task<ArmResult> RunAsync(Arm arm, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var process = Process.Start(StartInfo(arm, file))!;
            var lines = Task.WhenAll(CopyAsync(process.StandardOutput, output), CopyAsync(process.StandardError, error));
            await WaitAsync(process, cancellationToken);
            await lines;
            return new(arm, await ReadAsync(file, cancellationToken), process.ExitCode);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private ProcessStartInfo StartInfo(Arm arm, string file)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [LabExtensions.StopWithStandardInputKey.Replace(":", "__", StringComparison.Ordinal)] = "true" },
        };
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add(typeof(ArmRunner).Assembly.Location);
        }

        foreach (var argument in plan.ArgumentsOf(arm).Append($"--report={file}"))
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static async Task WaitAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(StopPatience, TimeProvider.System);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }

            throw;
        }
    }

    private static async Task CopyAsync(StreamReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            await to.WriteLineAsync(line);
        }
    }

    private static async Task<RunReport?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        await using var stream = File.OpenRead(file);
        return await JsonSerializer.DeserializeAsync(stream, ReportJson.Default.RunReport, cancellationToken);
    }
}
