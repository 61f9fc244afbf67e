using AppHost.Lab;
using Microsoft.Extensions.Time.Testing;

namespace AppHost.Tests.Lab;

public sealed class RunFoldersTests : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), $"run-folders-tests-{Guid.NewGuid():N}");
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Create_FoldersForSecrets_AreTheUsersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var folders = Create();

        foreach (var folder in (string[])[_root, folders.Temporary, folders.CreateTemporary("local-aws")])
        {
            (File.GetUnixFileMode(folder) & (UnixFileMode)0x1FF)
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder);
        }
    }

    [Fact]
    public void Dispose_TheTemporaryFolderIsGone()
    {
        var folders = Create();
        File.WriteAllText(Path.Combine(folders.CreateTemporary("local-aws"), "secrets"), "a key");

        folders.Dispose();

        Directory.Exists(folders.Temporary).ShouldBeFalse();
    }

    [Fact]
    public void Create_AfterAKilledRun_TakesAwayWhatItLeft()
    {
        // Nobody has its lock.
        var leftOver = Directory.CreateDirectory(Path.Combine(_root, "killed", "local-aws")).Parent!;
        File.WriteAllText(Path.Combine(leftOver.FullName, ".in-use"), "");
        _clock.Advance(TimeSpan.FromSeconds(30));

        Create();

        leftOver.Refresh();
        leftOver.Exists.ShouldBeFalse();
    }

    [Fact]
    public void Create_BesideARunThatIsOn_LeavesItsFolderAlone()
    {
        var running = Create();
        running.CreateTemporary("local-aws");
        _clock.Advance(TimeSpan.FromDays(3));

        Create();

        Directory.Exists(Path.Combine(running.Temporary, "local-aws")).ShouldBeTrue();
    }

    [Fact]
    public void Create_BesideARunThatBeginsJustNow_LeavesItsFolderAlone()
    {
        var beginning = Directory.CreateDirectory(Path.Combine(_root, "beginning"));

        Create();

        beginning.Refresh();
        beginning.Exists.ShouldBeTrue();
    }

    private RunFolders Create() => RunFolders.Create("", _clock, _root);
}
