using System.Text.Json.Nodes;
using LoadGenerator.Cli;

namespace LoadGenerator.Tests.Cli;

public sealed class LoadCommandTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("load").FullName;

    [Theory]
    [InlineData(new string[0], false)]
    [InlineData(new[] { "--urls=http://localhost:5000" }, false)]
    [InlineData(new[] { "--Clock:Speed=5", "--Load:Target=http://localhost" }, false)]
    [InlineData(new[] { "talk" }, true)]
    [InlineData(new[] { "--target=http://localhost", "talk" }, true)]
    [InlineData(new[] { "--speed=5" }, true)]
    [InlineData(new[] { "--help" }, true)]
    [InlineData(new[] { "-?" }, true)]
    [InlineData(new[] { "--urls=x", "talk" }, true)]
    [InlineData(new[] { "--urls", "http://127.0.0.1:0" }, false)]
    [InlineData(new[] { "--Clock:Speed", "5", "--urls=http://127.0.0.1:0", "--Load:Target", "http://localhost" }, false)]
    [InlineData(new[] { "--urls", "http://127.0.0.1:0", "talk" }, true)]
    [InlineData(new[] { "--urls" }, true)]
    [InlineData(new[] { "--urls", "--Clock:Speed=5" }, true)]
    [InlineData(new[] { "--traget", "http://localhost", "readme" }, true)]
    [InlineData(new[] { "--traget", "http://localhost" }, true)]
    [InlineData(new[] { "--traget=http://localhost" }, true)]
    public void IsMeant_Arguments_TellsTheCommandFromTheService(string[] args, bool meant) => LoadCommand.IsMeant(args).ShouldBe(meant);

    [Theory]
    [InlineData("Scenario = \"reedme\": must be one of readme, smoke, talk.", "reedme")]
    [InlineData("--speed \"fast\": must be a number from 0.1 to 100.", "smoke", "--speed", "fast")]
    [InlineData("--speed \"0\": must be a number from 0.1 to 100.", "smoke", "--speed", "0")]
    [InlineData("--speed \"NaN\": must be a number from 0.1 to 100.", "smoke", "--speed", "NaN")]
    [InlineData("--target \"localhost\": must be an http or https address, as in http://localhost:5080.", "smoke", "--target", "localhost")]
    [InlineData("--report \"/dev/null/x\": must be a file that can be written.", "smoke", "--report", "/dev/null/x")]
    [InlineData("--loud: no such option; see --help.", "smoke", "--loud")]
    [InlineData("--traget: no such option; did you mean --target? See --help.", "--traget", "http://localhost", "readme")]
    [InlineData("--traget: no such option; did you mean --target? See --help.", "--traget", "http://localhost")]
    [InlineData("--Speed: no such option; did you mean --speed? See --help.", "readme", "--Speed=5")]
    [InlineData("Unrecognized command or argument 'talk'.", "smoke", "talk")]
    [InlineData("Required argument missing for option: '--speed'.", "smoke", "--speed")]
    [InlineData("Required argument 'scenario' missing for command: 'LoadGenerator.Tests'.", "--speed", "5")]
    [InlineData("nowhere.yml: there is no such file.", "nowhere.yml")]
    public async Task Run_BadInput_ExitsWith2AndALine(string line, params string[] args)
    {
        (await LoadCommand.RunAsync(args, _output, _error, TestContext.Current.CancellationToken)).ShouldBe(2);

        _error.ToString().ShouldBe(line + Environment.NewLine);
        _output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_ScriptThatCannotBeHonoured_ExitsWith2AndALineAProblem()
    {
        var script = Write("a.yml", "config:\n  target: x\n  phases:\n    - duration: 0\n      arrivalRate: 1\nscenarios:\n  - flow:\n      - get: { url: / }\n");

        (await LoadCommand.RunAsync([script], _output, _error, TestContext.Current.CancellationToken)).ShouldBe(2);

        _error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[0] + " " + line.Split(": ")[1])
            .ShouldBe(["a.yml:2 config.target", "a.yml:4 config.phases[0].duration"]);
    }

    [Fact]
    public async Task Run_Script_PlaysItShowsHowItWentAndWritesTheReport()
    {
        await using var server = await TargetServer.StartAsync();
        var script = Write("short.yml", $"config:\n  target: {server.Address}\n  phases:\n    - duration: 5\n      arrivalRate: 8\n      name: only\nscenarios:\n  - flow:\n      - get: {{ url: /x }}\n");
        var report = Path.Combine(_folder, "report.json");

        var exitCode = await LoadCommand.RunAsync([script, "--speed", "20", "--report", report], _output, _error, TestContext.Current.CancellationToken);

        _error.ToString().ShouldBeEmpty();
        exitCode.ShouldBe(0);
        server.Requests.Count.ShouldBe(40);
        _output.ToString().ShouldNotContain("\u001b");
        var lines = _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe($"short: 40 arrivals in 5 s to {server.Address}, speed 20");
        lines.ShouldContain("short: COMPLETED; 40 of 40 sent, 40 accepted, 0 rejected, 0 failed, 0 under way");
        var written = JsonNode.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken))!;
        ((string)written["state"]!, (int)written["accepted"]!).ShouldBe(("completed", 40));
    }

    [Fact]
    public async Task Run_Target_ReplacesTheScripts()
    {
        await using var server = await TargetServer.StartAsync();
        var script = Write("short.yml", "config:\n  target: http://127.0.0.1:9\n  phases:\n    - duration: 1\n      arrivalRate: 5\nscenarios:\n  - flow:\n      - get: { url: /x }\n");

        await LoadCommand.RunAsync([script, "--target", server.Address.ToString(), "--speed", "10"], _output, _error, TestContext.Current.CancellationToken);

        server.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Run_NobodyListens_ExitsWith1AndSaysWhy()
    {
        var script = Write("short.yml", "config:\n  target: http://127.0.0.1:9\n  phases:\n    - duration: 1\n      arrivalRate: 2\nscenarios:\n  - flow:\n      - get: { url: /x }\n");

        (await LoadCommand.RunAsync([script, "--speed", "10"], _output, _error, TestContext.Current.CancellationToken)).ShouldBe(1);

        _output.ToString().ShouldContain("short: the first request without an answer: ");
    }

    [Fact]
    public async Task Run_NobodyListensForLong_EndsEarlyWithALine()
    {
        var server = await TargetServer.StartAsync();
        var address = server.Address;
        await server.DisposeAsync();
        var report = Path.Combine(_folder, "report.json");

        var exitCode = await LoadCommand.RunAsync(
            ["talk", "--target", address.ToString(), "--speed", "10", "--report", report], _output, _error, TestContext.Current.CancellationToken);

        exitCode.ShouldBe(1);
        _error.ToString().ShouldBe(
            $"talk: the first 20 requests all failed to connect, so the run was ended: connection refused by {address.Authority}: nobody listens there{Environment.NewLine}");
        _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("arrivals in");
        var written = JsonNode.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken))!;
        ((string)written["state"]!).ShouldBe("unreachable");
        ((int)written["started"]!).ShouldBeLessThan((int)written["planned"]!);
    }

    [Fact]
    public async Task Run_Stopped_ExitsWith1()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await TargetServer.StartAsync((_, number) => number == 3 ? stop.CancelAsync() : Task.CompletedTask);

        var exitCode = await LoadCommand.RunAsync(["talk", "--target", server.Address.ToString(), "--speed", "20"], _output, _error, stop.Token);

        exitCode.ShouldBe(1);
        _output.ToString().ShouldContain("talk: CANCELLED; ");
    }

    [Fact]
    public async Task Run_Help_ExitsWith0()
    {
        (await LoadCommand.RunAsync(["--help"], _output, _error, TestContext.Current.CancellationToken)).ShouldBe(0);

        _output.ToString().ShouldContain("--target <URL>");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
