using Scenarios.Reports;

namespace Scenarios.Expectations;

/// <summary>A part of an expectation.</summary>
/// <param name="IsCondition">Whether it is true (1) or false (0), and not a number.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Value">Its value for a report; null if a figure in it is not known.</param>
internal sealed record Term(bool IsCondition, int Position, Func<RunReport, double?> Value);
