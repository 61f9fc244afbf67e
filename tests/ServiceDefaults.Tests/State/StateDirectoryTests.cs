using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ServiceDefaults.State;

namespace ServiceDefaults.Tests.State;

public sealed class StateDirectoryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("state-directory-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Read_NotSet_KeepsNothing(string? value)
    {
        var state = StateDirectory.Read(Configuration(value));

        state.Path.ShouldBeNull();
        state.File("ledger").ShouldBeNull();
    }

    [Fact]
    public void Read_Missing_IsMadeForTheUserAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        var path = Path.Combine(_folder.FullName, "service");

        StateDirectory.Read(Configuration(path)).File("ledger").ShouldBe(Path.Combine(path, "ledger"));

        (File.GetUnixFileMode(path) & (UnixFileMode)0x1FF).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Read_WhereAFileIs_IsRefusedWithTheKey()
    {
        var path = Path.Combine(_folder.FullName, "file");
        File.WriteAllText(path, "");

        Should.Throw<OptionsValidationException>(() => StateDirectory.Read(Configuration(path)))
            .Failures.ShouldBe([$"StateDirectory = \"{path}\": must be a folder that can be written to."]);
    }

    private static IConfiguration Configuration(string? value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(StateDirectory.Key, value)]).Build();
}
