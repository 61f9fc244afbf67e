using System.Text.Json;
using Scenarios.Reports;

namespace Scenarios.Tests;

public sealed class RunWordsTests
{
    private static readonly RunReport Off = Reports.Of(new());

    [Theory]
    [InlineData("", "off", "without flow control")]
    [InlineData("32.9", "off → on at 0:32", "with flow control off → on at 0:32")]
    [InlineData("32 70.5", "off → on at 0:32 → off at 1:10", "with flow control off → on at 0:32 → off at 1:10")]
    [InlineData("1 2 3 4500", "off → on at 0:01 → … → off at 75:00, 4 turns", "with flow control off → on at 0:01 → … → off at 75:00, 4 turns")]
    public void FlowControl_OfARun_IsWhatItWas(string turns, string text, string way)
    {
        var report = Off with { Flips = [.. Flips(turns)] };

        RunWords.FlowControl(report).ShouldBe(text);
        RunWords.Way(report).ShouldBe(way);
    }

    [Fact]
    public void FlowControl_OfARunOfOneWay_IsOnOrOff()
    {
        RunWords.FlowControl(Off with { FlowControl = true }).ShouldBe("on");
        RunWords.Way(Off with { FlowControl = true }).ShouldBe("with flow control");
    }

    [Fact]
    public void Change_OfASetting_SaysWhen() =>
        RunWords.Change(new() { AtSeconds = 92, Name = "SlowApi:FaultRate", From = "0.2", To = "0.9" }).ShouldBe("SlowApi:FaultRate 0.2 → 0.9 at 1:32");

    [Fact]
    public void Csv_OfATurnedRun_SaysSoInEveryRow()
    {
        var lines = MinutesCsv.Text([("a", Off with { Flips = [.. Flips("32")] }), ("b", Off)]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines[0].ShouldEndWith(",flowControl");
        lines.Skip(1).Take(3).ShouldAllBe(line => line.EndsWith(",\"off → on at 0:32\"", StringComparison.Ordinal));
        lines.Skip(4).ShouldAllBe(line => line.EndsWith(",off", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_OfAReportThatKnewNothingOfTurns_IsReadAllTheSame()
    {
        var json = JsonSerializer.SerializeToNode(Off, ReportJson.Default.RunReport)!.AsObject();
        json.Remove("flips").ShouldBeTrue();
        json.Remove("settingChanges").ShouldBeTrue();
        json.Remove("settings").ShouldBeTrue();

        var report = json.Deserialize(ReportJson.Default.RunReport)!;

        report.Flips.ShouldBeEmpty();
        report.SettingChanges.ShouldBeEmpty();
        report.Settings.ShouldBeNull();
    }

    [Fact]
    public void Json_OfAReport_KeepsWhatWasChanged()
    {
        var report = Off with
        {
            Flips = [.. Flips("32")],
            Settings = new() { SlowApi = new() { FaultRate = 0.3 } },
            SettingChanges = [new() { AtSeconds = 92, Name = "SlowApi:FaultRate", From = "0.3", To = "0.9" }],
        };

        var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(report, ReportJson.Default.RunReport), ReportJson.Default.RunReport)!;

        read.Flips.ShouldBe(report.Flips);
        read.Settings.ShouldBe(report.Settings);
        read.SettingChanges.ShouldBe(report.SettingChanges);
    }

    /// <summary>Turned at these seconds, first on.</summary>
    internal static IEnumerable<FlowControlFlip> Flips(string turns) => turns.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select((at, index) => new FlowControlFlip { AtSeconds = double.Parse(at, System.Globalization.CultureInfo.InvariantCulture), Enabled = index % 2 == 0 });
}
