using System.Diagnostics;

namespace LoadGenerator.Tests;

/// <summary>The program as a process of its own.</summary>
public class ProcessTests
{
    [Theory]
    [InlineData("Scenario = \"reedme\": must be one of readme, smoke, talk.", "reedme")]
    [InlineData("Load:Target = \"localhost\": must be an http or https address, as in http://notification-api.", "--Load:Target=localhost")]
    [InlineData("Load:StopSeconds = \"-1\": must be a number from 0 to 3600.", "--Load:StopSeconds=-1")]
    public async Task Start_BadInput_ExitsWith2AndALine(string line, params string[] args)
    {
        using var process = Start(args);

        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

        error.ShouldBe(line + Environment.NewLine);
        process.ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("--urls=http://127.0.0.1:0", "--Host:StopWithStandardInput=true")]
    [InlineData("--urls", "http://127.0.0.1:0", "--Host:StopWithStandardInput", "true")]
    public async Task Start_AsServiceOfAHostThatGoes_Ends(params string[] args)
    {
        using var process = Start(args);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains("Now listening", StringComparison.Ordinal))
            {
                // The service starts.
            }

            process.StandardInput.Close();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);

            process.ExitCode.ShouldBe(0);
        }
        finally
        {
            process.Kill();
        }
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "LoadGenerator.exe" : "LoadGenerator"), args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
