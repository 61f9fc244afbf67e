using System.Net;
using System.Net.Sockets;
using LocalAws.State;
using LocalAws.Tests.Crash;
using LocalAws.Tests.State;

namespace LocalAws.Tests.Hosting;

/// <summary>How the process ends when it cannot begin: with one line.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("--nonsense", 2, "--nonsense")]
    [InlineData("--port=x", 2, "--port x")]
    [InlineData("--LocalAws:Ephemral=true", 2, "did you mean --LocalAws:Ephemeral?")]
    [InlineData("--LocalAws:Ephemeral=maybe", 2, "maybe")]
    [InlineData("--account=1", 2, "LocalAws:AccountId = 1")]
    public async Task Option_ThatIsRefused_EndsItWithOneLine(string arg, int exitCode, string named)
    {
        var ended = await LocalAwsProcess.RunAsync($"--data={_directory.Path}", arg);

        ended.ExitCode.ShouldBe(exitCode);
        ended.Error.TrimEnd('\n').ShouldNotContain('\n');
        ended.Error.ShouldContain(named);
    }

    [Fact]
    public async Task Port_ThatIsTaken_EndsItWithOneLineBeforeItTouchesItsState()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var data = Path.Combine(_directory.Path, "data");

        var ended = await LocalAwsProcess.RunAsync($"--port={port}", $"--data={data}");

        ended.ShouldBe((2, "", $"http://127.0.0.1:{port} is taken by another process. --port PORT chooses another port, 0 a free one.\n"));
        Directory.Exists(data).ShouldBeFalse();
    }

    [Fact]
    public async Task Directory_BelowAFile_EndsItWithOneLine()
    {
        var path = Path.Combine(_directory.Path, "file");
        await File.WriteAllTextAsync(path, "", TestContext.Current.CancellationToken);

        var ended = await LocalAwsProcess.RunAsync("--port=0", $"--data={path}/below");

        ended.ShouldBe((
            StateException.ExitCode, "",
            $"The data directory {path}/below cannot be used: {path} is a file, not a directory. Choose another one with --data DIRECTORY, or none with --ephemeral.\n"));
    }

    [Fact]
    public void Directory_ThatIsAFile_IsRefusedForThat()
    {
        var path = Path.Combine(_directory.Path, "file");
        File.WriteAllText(path, "");

        Should.Throw<StateException>(() => DataDirectory.Open(path)).Message
            .ShouldStartWith($"The data directory {path} cannot be used: {path} is a file, not a directory. ");
    }

    [Fact]
    public void Directory_WhereNothingCanBeCreated_IsRefusedForThat()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there is a directory that takes nothing of anybody.");

        Should.Throw<StateException>(() => DataDirectory.Open("/proc/none/below")).Message
            .ShouldStartWith("The data directory /proc/none/below cannot be used: nothing can be created in /proc. ");
    }

    [Fact]
    public async Task Directory_OfAnotherProcess_EndsItWithOneLine()
    {
        using var other = DataDirectory.Open(_directory.Path);

        var ended = await LocalAwsProcess.RunAsync("--port=0", $"--data={_directory.Path}");

        (ended.ExitCode, ended.Output).ShouldBe((StateException.ExitCode, ""));
        ended.Error.TrimEnd('\n').ShouldNotContain('\n');
        ended.Error.ShouldStartWith($"The data directory {_directory.Path} is in use by another process. ");
    }

    [Fact]
    public async Task State_ThatCannotBeReliedOn_EndsItWithOneLine()
    {
        var path = Path.Combine(_directory.Path, "0000000001.log");
        await File.WriteAllTextAsync(path, "something that is no log of ours", TestContext.Current.CancellationToken);

        var ended = await LocalAwsProcess.RunAsync("--port=0", $"--data={_directory.Path}");

        ended.ShouldBe((StateException.ExitCode, ended.Output, $"{path} is no file of LocalAws's state.\n"));
    }
}
