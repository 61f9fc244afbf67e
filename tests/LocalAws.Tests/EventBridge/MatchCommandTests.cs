using LocalAws.EventBridge;

namespace LocalAws.Tests.EventBridge;

public sealed class MatchCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_Cases_AnswersEachOnALine()
    {
        const string Cases = """
            {"name": "hit", "event": "{\"a\": 1}", "pattern": "{\"a\": [1]}"}

            {"name": "miss", "event": "{\"a\": 2}", "pattern": "{\"a\": [1]}", "expect": "no-match"}
            {"name": "no pattern", "event": "{\"a\": 2}", "pattern": "{\"a\": []}"}
            {"name": "no event", "event": "[]", "pattern": "{\"a\": [1]}"}
            """;
        using var output = new StringWriter();

        var exitCode = await MatchCommand.RunAsync(new StringReader(Cases), output, Cancellation);

        exitCode.ShouldBe(0);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(4);
        lines[0].Trim().ShouldBe("""{"name":"hit","result":"match"}""");
        lines[1].Trim().ShouldBe("""{"name":"miss","result":"no-match"}""");
        lines[2].ShouldStartWith("""{"name":"no pattern","result":"error","reason":"Event pattern is not valid. Reason: Empty arrays are not allowed\n at """);
        lines[3].Trim().ShouldBe("""{"name":"no event","result":"error","reason":"Parameter Event is not valid."}""");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"name": "x", "event": "{}"}""")]
    public async Task Run_LineThatIsNoCase_ExitsWithTwo(string line) =>
        (await MatchCommand.RunAsync(new StringReader(line), TextWriter.Null, Cancellation)).ShouldBe(2);
}
