using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Scenarios.Reports;

namespace AppHost.Experiments;

/// <summary>Plays an arm: this program again, headless, in a process of its own.</summary>
internal sealed class ArmRunner(ExperimentPlan plan, TextWriter output, TextWriter error)
{
    /// <summary>On Ctrl+C the arm gets the signal too and stops its own processes.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(15);

    /// <summary>Plays it to its end.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the arm's processes are gone.</exception>
    public async Task<ArmResult> RunAsync(Arm arm, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using var process = Process.Start(StartInfo(arm, file))!;
            process.StandardInput.Close();
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
        };
        if (Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add(typeof(ArmRunner).Assembly.Location);
        }

        string[] own =
        [
            "--exit", $"--report={file}", $"--scenario={plan.Scenario}",
            string.Create(CultureInfo.InvariantCulture, $"--flow-control={arm.FlowControl}"),
            .. arm.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        foreach (var argument in plan.Arguments.Concat(own))
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
