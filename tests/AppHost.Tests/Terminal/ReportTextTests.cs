using AppHost.Terminal;
using AppHost.Tests.Experiments;
using Scenarios.Reports;

namespace AppHost.Tests.Terminal;

public class ReportTextTests
{
    private const string Counts = "  orders       100 accepted = 20 delivered + 0 dropped + 3 in flight";

    [Theory]
    [InlineData(77, $"{Counts} (77 not yet known)")]
    [InlineData(-77, Counts)]
    [InlineData(0, Counts)]
    public void Lines_RunThatIsOn_AreNoAlarmAboutWhatIsNotKnownYet(long missing, string line) =>
        ReportText.Lines(Runs.Live(Totals(missing))).ShouldContain(line);

    [Theory]
    [InlineData(77, $"{Counts} + 77 UNACCOUNTED FOR")]
    [InlineData(-77, $"{Counts} + -77 UNACCOUNTED FOR")]
    [InlineData(0, Counts)]
    public void Lines_RunThatIsOver_SayWhatIsMissingInCapitals(long missing, string line)
    {
        ReportText.Lines(Results.Report(false, Totals(missing))).ShouldContain(line);
        ReportText.Lines(Runs.Live(Totals(missing), finished: true)).ShouldContain(line);
    }

    [Theory]
    [InlineData(1, 1, "  function     1 invocation: 1 error, 1 timeout")]
    [InlineData(1, 0, "  function     1 invocation: 1 error, 0 timeouts")]
    [InlineData(2, 1, "  function     2 invocations: 2 errors, 1 of them a timeout")]
    [InlineData(5, 3, "  function     5 invocations: 5 errors, 3 of them timeouts")]
    [InlineData(0, 0, "  function     0 invocations: 0 errors, 0 of them timeouts")]
    public void Lines_Errors_AreCountedInProperWords(long errors, long timeouts, string line) =>
        ReportText.Lines(Results.Report(false, new() { Invocations = errors, InvocationErrors = errors, Timeouts = timeouts })).ShouldContain(line);

    [Fact]
    public void Lines_OneOfEach_AreCountedInProperWords()
    {
        var totals = new RunTotals { Calls = 1, Faults = 1, Processed = 1, Dropped = 1, DeadLettered = 1, ProcessedThoughDropped = 1 };
        var report = Results.Report(false, totals) with { Peaks = new() { ErrorsPerMinute = 1, AsyncEventsDroppedPerMinute = 1 } };

        var text = string.Join('\n', ReportText.Lines(report));

        text.ShouldContain("1 call: 0 throttled (429), 1 fault (502)");
        text.ShouldContain("1 order, 0 of them again");
        text.ShouldContain("1 of them is in the dead-letter queue");
        text.ShouldContain("1 error/min, 1 event dropped/min");
        text.ShouldContain("1 dropped order had been processed");
    }

    [Fact]
    public void Lines_Minutes_AreCalledFinal_OrSoFar_WithinAHundredColumns()
    {
        var over = Results.Report(false, Totals(0));

        ReportText.Lines(over).ElementAt(1).ShouldBe("Final minutes:");
        ReportText.Lines(over, afterRows: true).ElementAt(1).ShouldStartWith("Final minutes, in the place of the rows above");
        ReportText.Lines(over, afterRows: true).ShouldAllBe(line => line.Length <= 100);
        ReportText.Lines(Runs.Live(Totals(0))).ElementAt(1).ShouldBe("Minutes so far:");
    }

    private static RunTotals Totals(long missing) => new() { Accepted = 100, Delivered = 20, InFlight = 3, Unaccounted = missing };
}
