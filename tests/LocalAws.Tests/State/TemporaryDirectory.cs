namespace LocalAws.Tests.State;

/// <summary>A directory that is gone with its test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("local-aws-tests-").FullName;

    /// <summary>The only file whose name ends like that.</summary>
    public string File(string end) => Directory.GetFiles(Path, "*" + end).ShouldHaveSingleItem();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
