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
    [InlineData("[]")]
    [InlineData("""{"name": "x", "event": "{}"}""", "\"name\":\"x\",")]
    [InlineData("""{"name": "x", "event": {}, "pattern": {}}""", "\"name\":\"x\",")]
    [InlineData("""{"event": "{}", "pattern": "{}"}""")]
    [InlineData("""{"name": "x", "event": "{}", "pattern": "{}"} trailing""")]
    public async Task Run_LineThatIsNoCase_SaysSoGoesOnAndExitsWithTwo(string line, string name = "")
    {
        var (exitCode, lines) = await RunAsync($"{line}\n{Hit}\n");

        exitCode.ShouldBe(2);
        lines.ShouldBe(
            [$$"""{{{name}}"result":"error","reason":"Line 1: expected a JSON object with the strings name, event and pattern."}""", HitResult]);
    }

    [Fact]
    public async Task Run_ByteOrderMarkAndWindowsLineEnds_AreBorne()
    {
        var (exitCode, lines) = await RunAsync($"\uFEFF{Hit}\r\n\r\n{Hit}");

        exitCode.ShouldBe(0);
        lines.ShouldBe([HitResult, HitResult]);
    }

    [Theory]
    [InlineData("""{"name": "x", "event": "{\"a\": \"\\ud800\"}", "pattern": "{\"a\": [\"\\udfff\"]}"}""", "match")]
    [InlineData("""{"name": "x", "event": "{\"a\": \"\ud800\"}", "pattern": "{\"a\": [{\"suffix\": \"\"}]}"}""", "match")]
    [InlineData("""{"name": "x", "event": "{\"a\": \"\\ud800\", \"b\": 1}", "pattern": "{\"b\": [2]}"}""", "no-match")]
    public async Task Run_HalvesOfSurrogatePairs_AreBorne(string line, string result) =>
        (await RunAsync(line)).Lines.ShouldBe([$$"""{"name":"x","result":"{{result}}"}"""]);

    [Theory]
    [InlineData(900, "match")]
    [InlineData(2_000, "error")]
    public async Task Run_DeepEvent_IsReadAsDeepAsAwsReadsIt(int depth, string result) =>
        (await RunAsync($$"""{"name": "x", "event": "{\"a\": {{new string('[', depth)}}1{{new string(']', depth)}}}", "pattern": "{\"a\": [1]}"}"""))
            .Lines.Single().ShouldContain($"\"result\":\"{result}\"");

    private const string Hit = """{"name": "hit", "event": "{\"a\": 1}", "pattern": "{\"a\": [1]}"}""";

    private const string HitResult = """{"name":"hit","result":"match"}""";

    private static async Task<(int ExitCode, string[] Lines)> RunAsync(string input)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var exitCode = await MatchCommand.RunAsync(new StringReader(input), output, Cancellation);
        return (exitCode, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
