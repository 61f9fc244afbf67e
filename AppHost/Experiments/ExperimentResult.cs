using System.Text.Json.Serialization;
using Scenarios.Comparison;
using Scenarios.Expectations;

namespace AppHost.Experiments;

/// <summary>What an experiment came to.</summary>
internal sealed record ExperimentResult
{
    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The arms.</summary>
    public required IReadOnlyList<ArmResult> Arms { get; init; }

    /// <summary>What was expected and what came of it.</summary>
    public required IReadOnlyList<ExpectationOutcome> Expectations { get; init; }

    /// <summary>The arms that have a report.</summary>
    [JsonIgnore]
    public IEnumerable<ArmResult> Reported => Arms.Where(arm => arm.Report is not null);

    /// <summary>What could not be found out, an arm and a sentence each.</summary>
    [JsonIgnore]
    public IEnumerable<string> Warnings => Reported.SelectMany(arm => arm.Report!.Warnings.Select(warning => $"{arm.Name}: {warning}"));

    /// <summary>Whether every arm was accounted for and every expectation met.</summary>
    public bool Succeeded => Arms.All(arm => arm.ExitCode == 0 && arm.Report is not null) && Expectations.All(outcome => outcome.Met == true);

    /// <summary>The first arm beside the last; null if there are not two.</summary>
    public RunComparison? Comparison => Reported.ToArray() is [{ } first, .., { } last]
        ? RunComparison.Of(first.Report!, last.Report!, $"with {first.Name}", $"with {last.Name}")
        : null;

    /// <summary>Judges the arms.</summary>
    public static ExperimentResult Judge(ExperimentPlan plan, IReadOnlyList<ArmResult> arms, DateTimeOffset at) => new()
    {
        Scenario = plan.Scenario,
        At = at,
        Arms = arms,
        Expectations =
        [
            .. plan.Expectations.SelectMany(expectation => arms
                .Where(arm => arm.Report is { } report && expectation.Concerns(report))
                .Select(arm => new ExpectationOutcome(expectation.Text, arm.Name, expectation.IsMetBy(arm.Report!)))),
        ],
    };

    /// <summary>An expectation that speaks of no arm would be met by nobody noticing.</summary>
    public static Expectation? FindIdle(IEnumerable<Expectation> expectations, IReadOnlyList<Arm> arms) =>
        expectations.FirstOrDefault(expectation =>
            expectation.FlowControl is { } flowControl && arms.All(arm => arm.FlowControl != flowControl));
}
