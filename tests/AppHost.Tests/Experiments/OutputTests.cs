using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AppHost.Experiments;
using AppHost.Experiments.Output;
using AppHost.Terminal;
using Scenarios.Reports;

namespace AppHost.Tests.Experiments;

public sealed partial class OutputTests
{
    private static readonly ExperimentResult Experiment = Results.TwoArms("on: dropped == 0", "dropped == 0 || calls < 1");

    [Fact]
    public void Html_OfAnExperiment_IsWellFormedAndNeedsNothingFromElsewhere()
    {
        var html = HtmlReport.Text(Experiment);

        html.ShouldNotContain("<script");
        html.ShouldNotContain("http://");
        html.ShouldNotContain("https://");
        html.ShouldContain("Lost: 20 of 100 orders (20.0 %) with flow control off; nothing with flow control on.");
        html.ShouldContain("NOT MET");
        // All of it but the head's void elements is XML too: nothing is left open.
        XDocument.Parse(Body().Match(html).Value).Descendants("svg").Count().ShouldBe(8);
    }

    [Fact]
    public void Html_NameWithMarkup_IsEncoded()
    {
        var arm = new Arm(true, [new("SlowApi:RateLimit", "<b>&")]);
        var html = HtmlReport.Text(Experiment with { Arms = [Experiment.Arms[0], Experiment.Arms[1] with { Arm = arm }] });

        html.ShouldNotContain("<b>");
        html.ShouldContain("RateLimit &lt;b&gt;&amp;");
    }

    [Fact]
    public void Html_OfTalkWithoutFlowControl_ShowsTheTalksCurveBehind()
    {
        HtmlReport.Text(Experiment).ShouldContain("the talk&#39;s slide");
        HtmlReport.Text(Experiment with { Scenario = "smoke" }).ShouldNotContain("slide");
    }

    [Fact]
    public void Html_NothingToReport_SaysWhy()
    {
        HtmlReport.Text(Experiment with { Arms = [Experiment.Arms[0] with { Report = null, ExitCode = 1 }] })
            .ShouldContain("flow control off failed: it ended without a report");
    }

    [Fact]
    public void Csv_OfAnExperiment_HasARowAnArmAndMinute()
    {
        var lines = MinutesCsv.Text(Experiment.Reported.Select(arm => (arm.Arm.Name, arm.Report!))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBe(1 + (2 * 3));
        lines[0].ShouldStartWith("run,minute,accepted");
        lines[1].ShouldBe("\"flow control off\",0,60,0,0,97.5,0,0,0,0,0,0,0,off");
        lines[2].ShouldBe("\"flow control off\",1,40,0,0,,0,0,0,0,0,0,0,off");
    }

    [Fact]
    public void Markdown_OfAnExperiment_HasTheVerdictAndARowAnArm()
    {
        var markdown = MarkdownSummary.Text(Experiment);

        markdown.ShouldContain("- Lost: 20 of 100 orders");
        markdown.ShouldContain("| flow control on | 100 | 100 | 0 | 0 | 0 | 4.0 s | 4.0 min | 2.5 min | 0.00 USD |");
        markdown.ShouldContain("| `dropped == 0 \\|\\| calls < 1` | flow control off | NOT MET |");
    }

    [Fact]
    public void Outputs_OfAnArmInWhichFlowControlWasTurned_CallItWhatItWas()
    {
        var turned = Experiment.Arms[0] with { Report = Experiment.Arms[0].Report! with { Flips = [new() { AtSeconds = 32, Enabled = true }] } };
        var experiment = Experiment with { Arms = [turned, Experiment.Arms[1]] };

        const string Name = "flow control off → on at 0:32";
        MarkdownSummary.Text(experiment).ShouldContain($"| {Name} | 100 |");
        HtmlReport.Text(experiment).ShouldContain($"<i></i>{Name}</span></th>");
        experiment.Comparison!.Verdict[0].ShouldStartWith($"Careful: the run with {Name} was played neither with nor without");
        ReportText.Lines(turned.Report!).ShouldContain(line => line.StartsWith($"talk, {Name}, 10x", StringComparison.Ordinal));
    }

    [Fact]
    public void Outputs_OfAnArmWithAWarning_TellIt()
    {
        var warned = Experiment.Arms[0] with { Report = Experiment.Arms[0].Report! with { Warnings = ["3 orders are <unknown>."] } };
        var experiment = Experiment with { Arms = [warned, Experiment.Arms[1]] };

        HtmlReport.Text(experiment).ShouldContain("<li class=\"warning\">flow control off: 3 orders are &lt;unknown&gt;.</li>");
        MarkdownSummary.Text(experiment).ShouldContain("- flow control off: 3 orders are <unknown>.\n");
        JsonSerializer.SerializeToElement(experiment, ExperimentJson.Default.ExperimentResult).TryGetProperty("warnings", out _).ShouldBeFalse();
    }

    [Fact]
    public void Html_Legend_NamesTheArmsInTheOrderOfTheTable()
    {
        var legend = Legend().Match(HtmlReport.Text(Experiment)).Value;

        legend.IndexOf("off", StringComparison.Ordinal).ShouldBeLessThan(legend.IndexOf("on</span>", StringComparison.Ordinal));
        legend.IndexOf("on</span>", StringComparison.Ordinal).ShouldBeLessThan(legend.IndexOf("slide", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_OfAnExperiment_HasReportsInCamelCase()
    {
        var json = JsonSerializer.SerializeToElement(Experiment, ExperimentJson.Default.ExperimentResult);

        json.GetProperty("arms")[0].GetProperty("report").GetProperty("totals").GetProperty("dropped").GetInt64().ShouldBe(20);
        json.GetProperty("expectations")[0].GetProperty("met").GetBoolean().ShouldBeTrue();
        json.GetProperty("succeeded").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public void Scale_AnyValue_IsHeldInRoundSteps()
    {
        foreach (var value in (double[])[0, 0.4, 1, 7, 99, 100, 101, 886, 2049, 12_345])
        {
            var scale = Scale.For(value, 4);

            scale.Maximum.ShouldBeGreaterThanOrEqualTo(value);
            scale.Ticks.Last().ShouldBe(scale.Maximum, 1e-6);
            scale.Ticks.Count().ShouldBeInRange(2, 7);
            scale.Step.ToString("R", CultureInfo.InvariantCulture).TrimEnd('0').Length.ShouldBeLessThanOrEqualTo(4);
        }
    }

    [GeneratedRegex("<body>.*</body>", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("<figcaption>.*?</figcaption>", RegexOptions.Singleline)]
    private static partial Regex Legend();
}
