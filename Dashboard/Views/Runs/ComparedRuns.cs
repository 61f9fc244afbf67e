using Dashboard.Runs;
using Scenarios.Comparison;
using Scenarios.Reports;

namespace Dashboard.Views.Runs;

/// <summary>Two runs that are held against each other.</summary>
/// <param name="First">The run that the other is compared with.</param>
/// <param name="Second">The other.</param>
internal sealed record ComparedRuns(FinishedRun First, FinishedRun Second)
{
    /// <summary>What the first is called beside the other.</summary>
    public string FirstName => NameOf(First, Second);

    /// <summary>What the second is called beside the other.</summary>
    public string SecondName => NameOf(Second, First);

    /// <summary>The figures and the verdict.</summary>
    public RunComparison Comparison { get; } = Compare(First, Second);

    /// <summary>
    /// The runs of an address. What it leaves open is chosen: the last run without and the last with flow control, if there are such; rather
    /// two in which it was not turned, that were played to their end, and of one scenario, than the very last.
    /// </summary>
    /// <returns>Null: there are fewer than two runs, or one that is named is not kept.</returns>
    /// <param name="runs">All runs, the newest first.</param>
    /// <param name="first">The id of the first; null or empty: to be chosen.</param>
    /// <param name="second">The id of the second.</param>
    public static ComparedRuns? Choose(IReadOnlyList<FinishedRun> runs, string? first, string? second)
    {
        var one = Named(runs, first);
        var other = Named(runs, second);
        if ((one is null && !string.IsNullOrEmpty(first)) || (other is null && !string.IsNullOrEmpty(second)))
        {
            return null;
        }

        var last = LastTwoOfEachKind(runs);
        return Pairs(one is null ? last : [one], other is null ? last : [other], areNamed: one is not null && other is not null)
            .OrderByDescending(pair => (IsPlayed(pair.First, withFlowControl: false) ? 1 : 0) + (IsPlayed(pair.Second, withFlowControl: true) ? 1 : 0))
            .ThenByDescending(pair => (WasTurned(pair.First) ? 0 : 1) + (WasTurned(pair.Second) ? 0 : 1))
            .ThenByDescending(pair => (pair.First.Report.FlowControl ? 0 : 1) + (pair.Second.Report.FlowControl ? 1 : 0))
            .ThenByDescending(pair => (IsComplete(pair.First) ? 1 : 0) + (IsComplete(pair.Second) ? 1 : 0))
            .ThenByDescending(pair => pair.First.Report.Scenario == pair.Second.Report.Scenario)
            .Select(pair => new ComparedRuns(pair.First, pair.Second))
            .FirstOrDefault();
    }

    /// <summary>Whether a run was played that way from its beginning to its end.</summary>
    public static bool IsPlayed(FinishedRun run, bool withFlowControl) => !WasTurned(run) && run.Report.FlowControl == withFlowControl;

    /// <summary>Whether flow control was turned while a run was on.</summary>
    public static bool WasTurned(FinishedRun run) => run.Report.Flips.Count > 0;

    /// <summary>Which way no run was played, and how to get one that was; null: there are both.</summary>
    /// <param name="runs">All runs.</param>
    public static string? Missing(IReadOnlyList<FinishedRun> runs) =>
        (runs.Any(run => IsPlayed(run, withFlowControl: false)), runs.Any(run => IsPlayed(run, withFlowControl: true))) switch
        {
            (true, true) => null,
            (true, false) => "There is no run with flow control yet: turn FlowControl on in the lab, then start one, and leave the switch alone until it is over.",
            (false, true) => "There is no run without flow control yet: turn FlowControl off in the lab, then start one, and leave the switch alone until it is over.",
            _ => "There is no run without and none with flow control yet: start one each in the lab, and leave the switch alone until it is over.",
        };

    private static FinishedRun? Named(IReadOnlyList<FinishedRun> runs, string? id) => runs.FirstOrDefault(run => run.Id == id);

    /// <summary>All that can be chosen: of runs that are alike in what the choice looks at, never more than two, so that the pairs stay few.</summary>
    private static FinishedRun[] LastTwoOfEachKind(IReadOnlyList<FinishedRun> runs) =>
    [
        .. runs.Index()
            .GroupBy(run => (run.Item.Report.FlowControl, WasTurned(run.Item), run.Item.Report.Scenario, IsComplete(run.Item)))
            .SelectMany(alike => alike.Take(2))
            .OrderBy(run => run.Index)
            .Select(run => run.Item),
    ];

    /// <summary>The pair with the newest run first.</summary>
    private static IEnumerable<(FinishedRun First, FinishedRun Second)> Pairs(IReadOnlyList<FinishedRun> firsts, IReadOnlyList<FinishedRun> seconds, bool areNamed) =>
        from first in firsts.Index()
        from second in seconds.Index()
        where areNamed || first.Item != second.Item
        orderby Math.Min(first.Index, second.Index), Math.Max(first.Index, second.Index)
        select (first.Item, second.Item);

    /// <summary>Its load was played to the end, and every order was settled.</summary>
    private static bool IsComplete(FinishedRun run) => run.Report is { Drained: true, Load: not { Incomplete: true } };

    private static RunComparison Compare(FinishedRun first, FinishedRun second) => (RunWords.Way(first.Report), RunWords.Way(second.Report)) switch
    {
        var (one, other) when one == other => RunComparison.Of(first.Report, second.Report, $"in “{NameOf(first, second)}”", $"in “{NameOf(second, first)}”"),
        var (one, other) => RunComparison.Of(first.Report, second.Report, one, other),
    };

    /// <summary>Two runs of one name are told apart by the time at which they began, UTC.</summary>
    private static string NameOf(FinishedRun run, FinishedRun other) =>
        run.Name == other.Name ? FormattableString.Invariant($"{run.Name}, {run.Report.StartedAt.UtcDateTime:HH:mm:ss}") : run.Name;
}
