using System.Diagnostics;
using Integration.Tests.Fixtures;

namespace Integration.Tests;

/// <summary>The app host as a process of its own: what it says to a configuration that it refuses.</summary>
public sealed class ConfigurationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("--scenario=nope", "Scenario = \"nope\": must be one of readme, smoke, talk.")]
    [InlineData("--scenario=../../x", "Scenario = \"../../x\": must be one of readme, smoke, talk.")]
    [InlineData("--scenario=../../x.yml", "Scenario = \"../../x.yml\": must be one of readme, smoke, talk.")]
    [InlineData("--speed=0", "Clock:Speed = \"0\": must be a number from 0.1 to 100.")]
    [InlineData("--SlowApi:FaultRate=2", "SlowApi:FaultRate = \"2\": must be a number from 0 to 1.")]
    [InlineData("--EventSource:MaximumConcurrency=1", "EventSource:MaximumConcurrency = \"1\": must be a whole number from 2 to 1000.")]
    [InlineData("--flow-control=maybe", "FlowControl = \"maybe\": must be true or false.")]
    [InlineData("--Aws:Provider=Azure", "Aws:Provider = \"Azure\": must be one of Embedded, LocalStack, Aws.")]
    [InlineData("--scenaro=talk", "--scenaro: no such option; did you mean --scenario? See --help.")]
    [InlineData("--flowcontrol", "--flowcontrol: a value must follow; did you mean --flow-control? See --help.")]
    [InlineData("--DcpPublisher:RandomizePorts=foo", "Failed to convert configuration value 'foo' at 'DcpPublisher:RandomizePorts'")]
    [InlineData("--report=/dev/null/x", "Report = \"/dev/null/x\": must be a file that can be written.")]
    [InlineData("--report=/tmp", "Report = \"/tmp\": must be a file that can be written.")]
    [InlineData("--Lab:DataDirectory=/dev/null/x", "Lab:DataDirectory = \"/dev/null/x\": must be a directory that can be written to.")]
    [InlineData("--Aws:Provider=LocalStack --speed=1 --Aws:LocalStackEndpoint=http://127.0.0.1:9", "docker compose -f docker-compose.localstack.yml up -d --wait")]
    [InlineData("--Aws:Provider=Aws --speed=1 --flow-control", "Aws:Region is missing")]
    public async Task Start_RefusedConfiguration_OneLineAndExitCode2(string arguments, string expected)
    {
        var (exitCode, output, error) = await RunAsync(arguments.Split(' '));

        exitCode.ShouldBe(2);
        error.ShouldContain(expected);
        error.ShouldNotContain("   at ");
        error.Trim().Split('\n').Length.ShouldBe(1);
        output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--ensure;dropped = 0", "--ensure \"dropped = 0\", at 9: '=' is not understood.")]
    [InlineData("--ensure;off: dropped == 0;--flow-control;on", "--ensure \"off: dropped == 0\": speaks of no arm of this experiment.")]
    [InlineData("--flow-control;maybe", "--flow-control \"maybe\": must be off, on or both, separated by a comma.")]
    [InlineData("--scenario;nope", "Scenario = \"nope\": must be one of readme, smoke, talk.")]
    [InlineData("--sped;5", "--sped: no such option; did you mean --speed? See --help.")]
    [InlineData("--vary;SlowApi:FaultRate=0.1,2", "SlowApi:FaultRate = \"2\": must be a number from 0 to 1.")]
    [InlineData("--vary;SlowApi:FaultRat=0.1", "SlowApi:FaultRat: no such setting")]
    [InlineData("--report;x.json", "--report: an experiment writes its reports into the folder of --out.")]
    [InlineData("--out;/dev/null/x", "must be a folder that can be written to.")]
    public async Task Experiment_RefusedArguments_OneLineAndExitCode2(string arguments, string expected)
    {
        var (exitCode, output, error) = await RunAsync(["experiment", .. arguments.Split(';')]);

        exitCode.ShouldBe(2);
        error.ShouldContain(expected);
        error.Trim().Split('\n').Length.ShouldBe(1);
        output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Experiment_SettingThatAnArmRefuses_SaysItAndExitCode2()
    {
        var folder = Directory.CreateTempSubdirectory("experiment-");
        var (exitCode, _, error) = await RunAsync(["experiment", "--out", folder.FullName, "--SlowApi:FaultRate=2"]);
        folder.Delete(recursive: true);

        exitCode.ShouldBe(2);
        error.Trim().ShouldBe("SlowApi:FaultRate = \"2\": must be a number from 0 to 1.");
    }

    [Fact]
    public async Task Help_FitsInto100Columns()
    {
        var (exitCode, output, _) = await RunAsync(["--help"]);

        exitCode.ShouldBe(0);
        output.ShouldContain("--flow-control");
        output.Split('\n').ShouldAllBe(line => line.Length <= 100);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string[] arguments)
    {
        var start = AppHostProcess.Command(arguments);
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await output, await error);
    }
}
