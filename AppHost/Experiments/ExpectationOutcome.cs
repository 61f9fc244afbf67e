namespace AppHost.Experiments;

/// <summary>What came of an expectation in an arm.</summary>
/// <param name="Expectation">The expectation, as it was written.</param>
/// <param name="Arm">The arm's name.</param>
/// <param name="Met">Whether it was met; null: a figure in it is not known, which fails the experiment as well.</param>
internal sealed record ExpectationOutcome(string Expectation, string Arm, bool? Met);
