using System.Text;
using Scenarios.Scripts;

namespace Scenarios.Tests.Scripts;

public class ScriptReaderTests
{
    [Fact]
    public void Parse_EverythingThatIsHonoured_IsRead()
    {
        var script = ScriptReader.Parse(
            """
            config:
              target: https://example.test/base
              http:
                timeout: 2.5
              phases:
                - duration: 10m
                  arrivalRate: 2
                  rampTo: 4
                  maxVusers: 50
                  name: up
                - pause: 30s
                - duration: "60"
                  arrivalCount: 30
                - duration: 5
                  rampTo: 8
            scenarios:
              - name: order
                engine: http
                weight: 3
                flow:
                  - post:
                      url: /notify
                      headers: { x-one: "1", content-type: application/vnd.order+json }
                      json: { order_id: a }
                  - think: 1.5
                  - get:
                      url: http://other.test/status
            """,
            "sample.yml");

        script.Name.ShouldBe("sample");
        script.Target.ShouldBe(new Uri("https://example.test/base"));
        script.Timeout.ShouldBe(TimeSpan.FromSeconds(2.5));
        script.Phases.ShouldBe(
        [
            new Phase { Name = "up", DurationSeconds = 600, StartRate = 2, EndRate = 4, MaxVusers = 50 },
            new Phase { DurationSeconds = 30, StartRate = 0, EndRate = 0 },
            new Phase { DurationSeconds = 60, StartRate = 0.5, EndRate = 0.5 },
            new Phase { DurationSeconds = 5, StartRate = 0, EndRate = 8 },
        ]);
        var post = script.Flow[0].ShouldBeOfType<RequestStep>();
        (post.Method, post.Url).ShouldBe(("POST", "/notify"));
        post.Headers.ShouldBe(new Dictionary<string, string> { ["x-one"] = "1", ["content-type"] = "application/vnd.order+json" }, ignoreOrder: true);
        script.Flow[1].ShouldBe(new ThinkStep(TimeSpan.FromSeconds(1.5)));
        var get = script.Flow[2].ShouldBeOfType<RequestStep>();
        (get.Method, get.Url, get.Json.HasValue).ShouldBe(("GET", "http://other.test/status", false));
    }

    [Fact]
    public void Parse_NoTimeout_TakesArtillerysDefault() =>
        ScriptReader.Parse(ScriptTexts.Small, "a.yml").Timeout.ShouldBe(TimeSpan.FromSeconds(10));

    [Fact]
    public void Parse_RateOfNothing_IsAPause()
    {
        var phase = ScriptReader.Parse(ScriptTexts.WithPhase("duration: 5", "arrivalRate: 0"), "a.yml").Phases.ShouldHaveSingleItem();

        (phase.DurationSeconds, phase.Arrivals).ShouldBe((5, 0));
    }

    [Theory]
    [InlineData("text", "\"text\"")]
    [InlineData("\"12\"", "\"12\"")]
    [InlineData("12", "12")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("1e3", "1000")]
    [InlineData("true", "true")]
    [InlineData("False", "false")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("[1, [a, null]]", "[1,[\"a\",null]]")]
    [InlineData("{ a: { b: [] } }", "{\"a\":{\"b\":[]}}")]
    [InlineData("'it''s'", "\"it\\u0027s\"")]
    [InlineData("grün", "\"gr\\u00FCn\"")]
    public void Parse_JsonValue_IsSentAsArtillerySendsIt(string yaml, string json)
    {
        var script = ScriptReader.Parse(ScriptTexts.WithJson($"value: {yaml}"), "a.yml");

        Encoding.UTF8.GetString(script.Flow[0].ShouldBeOfType<RequestStep>().Json!.Value.Span).ShouldBe($"{{\"value\":{json}}}");
    }

    [Fact]
    public void Parse_Alias_IsFollowed() =>
        ScriptReader.Parse(ScriptTexts.Small.Replace("arrivalRate: 1", "&p arrivalRate: 1", StringComparison.Ordinal), "a.yml")
            .Phases.ShouldHaveSingleItem().StartRate.ShouldBe(1);
}
