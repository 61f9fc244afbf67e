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
    public async Task State_ThatCannotBeReliedOn_EndsItWithOneLine()
    {
        var path = Path.Combine(_directory.Path, "0000000001.log");
        await File.WriteAllTextAsync(path, "something that is no log of ours", TestContext.Current.CancellationToken);

        var ended = await LocalAwsProcess.RunAsync("--port=0", $"--data={_directory.Path}");

        ended.ShouldBe((StateException.ExitCode, ended.Output, $"{path} is no file of LocalAws's state.\n"));
    }
}
