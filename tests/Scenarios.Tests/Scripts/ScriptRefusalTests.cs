using Scenarios.Scripts;

namespace Scenarios.Tests.Scripts;

public class ScriptRefusalTests
{
    [Fact]
    public void Parse_SlipOfThePen_NamesFileLineKeyAndWhatIsAllowed() =>
        Failures(ScriptTexts.WithPhase("duration: 10", "arrivalRate: 1", "rampToo: 5")).ShouldBe(
            ["a.yml:6: config.phases[0].rampToo: no such key; allowed here: name, duration, arrivalRate, rampTo, arrivalCount, pause, maxVusers."]);

    [Fact]
    public void Parse_ArtillerysOwn_IsToldFromASlip() =>
        Failures(ScriptTexts.Small.Replace("  phases:", "  ensure: { thresholds: [] }\n  phases:", StringComparison.Ordinal))
            .ShouldBe(["a.yml:3: config.ensure: Artillery's, but not honoured here; allowed here: target, phases, http."]);

    [Theory]
    [InlineData("duration: 0", 4, "duration")]
    [InlineData("duration: 2.5", 4, "duration")]
    [InlineData("duration: -1", 4, "duration")]
    [InlineData("duration: soon", 4, "duration")]
    [InlineData("duration:", 4, "duration")]
    [InlineData("duration: [1]", 4, "duration")]
    public void Parse_Duration_MustBeALength(string line, int atLine, string key)
    {
        var problem = Problems(ScriptTexts.WithPhase(line, "arrivalRate: 1")).ShouldHaveSingleItem();

        (problem.Line, problem.Key).ShouldBe((atLine, $"config.phases[0].{key}"));
        problem.Message.ShouldContain("must be a number of seconds greater than 0");
    }

    [Theory]
    [InlineData("arrivalRate: -1", "arrivalRate: \"-1\": must be a number from 0 to 100000.")]
    [InlineData("arrivalRate: fast", "arrivalRate: \"fast\": must be a number from 0 to 100000.")]
    [InlineData("arrivalRate: 1e9", "arrivalRate: \"1e9\": must be a number from 0 to 100000.")]
    [InlineData("arrivalRate: .nan", "arrivalRate: \".nan\": must be a number from 0 to 100000.")]
    [InlineData("arrivalRate: \"{{ rate }}\"", "arrivalRate: \"{{ rate }}\": must be a number from 0 to 100000.")]
    [InlineData("arrivalCount: 1.5", "arrivalCount: \"1.5\": must be a whole number from 1 to 1000000000.")]
    [InlineData("arrivalCount: 0", "arrivalCount: \"0\": must be a whole number from 1 to 1000000000.")]
    public void Parse_Rate_MustBeInRange(string line, string message) =>
        Failures(ScriptTexts.WithPhase("duration: 1", line)).ShouldBe([$"a.yml:5: config.phases[0].{message}"]);

    [Theory]
    [InlineData("maxVusers: 0")]
    [InlineData("maxVusers: 1.5")]
    [InlineData("maxVusers: many")]
    public void Parse_MaxVusers_MustBeAPositiveWholeNumber(string line) =>
        Problems(ScriptTexts.WithPhase("duration: 1", "arrivalRate: 1", line)).ShouldHaveSingleItem().Line.ShouldBe(6);

    [Fact]
    public void Parse_PhaseWithoutRate_IsRefused() =>
        Failures(ScriptTexts.WithPhase("duration: 1")).ShouldBe(["a.yml:4: config.phases[0]: needs arrivalRate, rampTo, arrivalCount or pause."]);

    [Fact]
    public void Parse_PhaseWithoutDuration_IsRefused() =>
        Failures(ScriptTexts.WithPhase("arrivalRate: 1")).ShouldBe(["a.yml:4: config.phases[0]: needs duration, or pause."]);

    [Theory]
    [InlineData("pause: 1", "arrivalRate: 1", "arrivalRate: not beside pause, which rules it out.")]
    [InlineData("pause: 1", "duration: 1", "duration: not beside pause, which rules it out.")]
    public void Parse_PauseBesideARate_IsRefused(string first, string second, string message) =>
        Failures(ScriptTexts.WithPhase(first, second)).ShouldBe([$"a.yml:5: config.phases[0].{message}"]);

    [Fact]
    public void Parse_CountBesideARate_IsRefused() =>
        Failures(ScriptTexts.WithPhase("duration: 1", "arrivalCount: 5", "rampTo: 3"))
            .ShouldBe(["a.yml:6: config.phases[0].rampTo: not beside arrivalCount, which rules it out."]);

    [Theory]
    [InlineData("- loop: []", "loop: Artillery's, but not honoured here; allowed here: get, post, put, patch, delete, think.")]
    [InlineData("- think: never", "think: \"never\": must be a number of seconds greater than 0, or a number and its unit, as in \"30s\", \"10m\" or \"1 hour\".")]
    [InlineData("- post: { json: {} }", "post: needs url.")]
    [InlineData("- post: { url: notify }", "post.url: \"notify\": must be a path that begins with / or an http address.")]
    [InlineData("- post: { url: 'ftp://x/y' }", "post.url: \"ftp://x/y\": must be a path that begins with / or an http address.")]
    [InlineData("- post: { url: '/{{ id }}' }", "post.url: \"/{{ id }}\": template expressions are Artillery's, but not honoured here.")]
    [InlineData("- post: { url: /a, capture: [] }", "post.capture: Artillery's, but not honoured here; allowed here: url, json, headers.")]
    [InlineData("- post: { url: /a, headers: { 'a b': c } }", "post.headers.a b: not a header's name.")]
    [InlineData("- post: { url: /a, headers: { a: \"b\\nc\" } }", "post.headers.a: a header's value is one line.")]
    [InlineData("- post: { url: /a, headers: { a: b, A: c } }", "post.headers.A: stands here twice.")]
    [InlineData("- post: { url: /a, headers: [] }", "post.headers: must be a mapping of header names and values.")]
    [InlineData("- post: { url: /a, json: '{{ body }}' }", "post.json: line 8: \"{{ body }}\": template expressions are Artillery's, but not honoured here.")]
    [InlineData("- { get: { url: /a }, post: { url: /b } }", "one step does one thing; this one has get and post.", "")]
    public void Parse_Step_IsRefused(string step, string message, string separator = ".") =>
        Failures(ScriptTexts.WithStep(step)).ShouldBe([$"a.yml:8: scenarios[0].flow[0]{(separator.Length == 0 ? ": " : ".")}{message}"]);

    [Theory]
    [InlineData("010")]
    [InlineData("0x1F")]
    [InlineData("1:30")]
    [InlineData("1_000")]
    [InlineData("2026-01-01")]
    [InlineData("yes")]
    [InlineData(".inf")]
    [InlineData("1.")]
    public void Parse_ScalarThatReadersDifferOn_MustBeQuoted(string scalar) =>
        Failures(ScriptTexts.WithJson($"value: {scalar}"))
            .ShouldBe([$"a.yml:11: scenarios[0].flow[0].post.json: line 11: {scalar}: YAML readers differ on what this is; put it in quotes."]);

    [Theory]
    [InlineData("scenarios", "a.yml:1: needs scenarios.")]
    [InlineData("config", "a.yml:1: needs config.")]
    public void Parse_HalfMissing_IsRefused(string missing, string message)
    {
        var half = missing == "config" ? ScriptTexts.Small[ScriptTexts.Small.IndexOf("scenarios", StringComparison.Ordinal)..]
            : ScriptTexts.Small[..ScriptTexts.Small.IndexOf("scenarios", StringComparison.Ordinal)];

        Failures(half).ShouldBe([message]);
    }

    [Theory]
    [InlineData("localhost:5080")]
    [InlineData("/notify")]
    [InlineData("ftp://host")]
    public void Parse_Target_MustBeAnHttpAddress(string target) =>
        Failures(ScriptTexts.Small.Replace("http://localhost:5080", target, StringComparison.Ordinal))
            .ShouldBe([$"a.yml:2: config.target: \"{target}\": must be an http or https address, as in http://localhost:5080."]);

    [Fact]
    public void Parse_SecondScenario_IsRefused() =>
        Failures(ScriptTexts.Small + "\n  - flow: []")
            .ShouldBe(["a.yml:11: scenarios[1]: a second scenario is Artillery's, but not honoured here: a script has one."]);

    [Fact]
    public void Parse_OtherEngine_IsRefused() =>
        Failures(ScriptTexts.Small.Replace("- flow:", "- engine: ws\n    flow:", StringComparison.Ordinal))
            .ShouldBe(["a.yml:7: scenarios[0].engine: \"ws\": must be http."]);

    [Fact]
    public void Parse_SeveralProblems_AreAllToldInTheOrderOfTheirLines() =>
        Problems(ScriptTexts.Small
                .Replace("arrivalRate: 1", "arrivalRate: x", StringComparison.Ordinal)
                .Replace("target: http", "target: gopher", StringComparison.Ordinal)
                .Replace("url: /notify", "uri: /notify", StringComparison.Ordinal))
            .Select(problem => problem.Line).ShouldBe([2, 5, 9, 9]);

    [Theory]
    [InlineData("config: {\n  target: ]\n", 2)]
    [InlineData("config: 1\nconfig: 2\n", 2)]
    [InlineData("config: \"open\n\n", 1)]
    public void Parse_NotYaml_NamesTheLine(string text, int line)
    {
        var problem = Problems(text).ShouldHaveSingleItem();

        problem.Message.ShouldStartWith("not YAML: ");
        problem.Line.ShouldBe(line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\na: b\n---\nc: d\n")]
    public void Parse_NotOneDocument_IsRefused(string text) =>
        Failures(text).ShouldBe(["a.yml:1: must be one YAML document with config and scenarios."]);

    [Theory]
    [InlineData("text")]
    [InlineData("[1, 2]")]
    public void Parse_NotAMapping_IsRefused(string text) => Failures(text).ShouldBe(["a.yml:1: must be a mapping with config, scenarios."]);

    [Fact]
    public void Parse_AliasesThatMultiply_AreRefused()
    {
        var levels = Enumerable.Range(1, 9).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]");
        var text = ScriptTexts.WithJson($"a0: &a0 [x, x, x, x, x, x, x, x, x]\n            {string.Join("\n            ", levels)}");

        Failures(text).ShouldHaveSingleItem().ShouldContain("must be at most 64 levels deep");
    }

    [Fact]
    public void Parse_AliasOfItself_IsRefused() =>
        Failures(ScriptTexts.WithJson("value: &a [*a]")).ShouldHaveSingleItem().ShouldStartWith("a.yml:");

    private static IReadOnlyList<ScriptProblem> Problems(string text) =>
        Should.Throw<ScriptRefusedException>(() => ScriptReader.Parse(text, "a.yml")).Problems;

    private static IEnumerable<string> Failures(string text) =>
        Should.Throw<ScriptRefusedException>(() => ScriptReader.Parse(text, "a.yml")).Failures;
}
