using ServiceDefaults.State;

namespace ServiceDefaults.Tests.State;

public sealed class StateFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("state-file-tests-");

    private string FileName => Path.Combine(_folder.FullName, "lines");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Open_NoFile_IsEmptyAndTakesLines()
    {
        using (var file = StateFile.Open(FileName, _ => throw new InvalidOperationException("There is no line.")))
        {
            file.WriteLine("one");
        }

        Read().ShouldBe(["one"]);
    }

    [Fact]
    public void WriteLine_NotClosed_IsInTheFileAlready()
    {
        using var file = StateFile.Open(FileName, static _ => { });
        file.WriteLine("one");

        using var reader = new StreamReader(new FileStream(FileName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        reader.ReadToEnd().ShouldBe("one\n");
    }

    [Fact]
    public void Clear_TakesAllLines_AndTheNextOneIsTheFirst()
    {
        using (var file = StateFile.Open(FileName, static _ => { }))
        {
            file.WriteLine("one");
            file.Length.ShouldBe(4);
            file.Clear();
            file.Length.ShouldBe(0);
            file.WriteLine("zwölf");
        }

        Read().ShouldBe(["zwölf"]);
    }

    [Theory]
    [InlineData("one\ntwo\ntor", new[] { "one", "two", "three" })]
    [InlineData("tor", new[] { "three" })]
    [InlineData("one\n", new[] { "one", "three" })]
    [InlineData("", new[] { "three" })]
    public void Open_LastLineTorn_IsTakenAway(string content, string[] expected)
    {
        File.WriteAllText(FileName, content);
        using (var file = StateFile.Open(FileName, static _ => { }))
        {
            file.WriteLine("three");
        }

        Read().ShouldBe(expected);
    }

    [Fact]
    public void Open_LongLinesAndALongTornOne_KeepsTheWholeOnes()
    {
        var whole = new string('w', 10_000);
        File.WriteAllText(FileName, $"{whole}\n{new string('t', 9_000)}");

        Read().ShouldBe([whole]);
    }

    private List<string> Read()
    {
        List<string> lines = [];
        StateFile.Open(FileName, lines.Add).Dispose();
        return lines;
    }
}
