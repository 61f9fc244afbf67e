namespace Scenarios.References;

/// <summary>A figure of a run beside what somebody else measured.</summary>
/// <param name="Title">What it is, for people.</param>
/// <param name="Unit">Of its values: empty for a count, s or %.</param>
/// <param name="Reference">What somebody else measured.</param>
/// <param name="Measured">What the run measured; null if it never came to that.</param>
/// <param name="Explanation">Why the two differ, as far as is known; null: nobody has said.</param>
public sealed record ReferenceFigure(string Title, string Unit, double Reference, double? Measured, string? Explanation)
{
    /// <summary>A difference up to this, percent, needs no explanation: the slide is read by eye, and runs differ by chance.</summary>
    public const double Tolerance = 15;

    /// <summary>By how much the run differs, percent of the reference; null if the run never came to that.</summary>
    public double? DeviationPercent => Measured is { } measured && Reference != 0 ? 100 * (measured - Reference) / Reference : null;

    /// <summary>Whether the difference is one to explain.</summary>
    public bool IsDifferent => DeviationPercent is not { } deviation || Math.Abs(deviation) > Tolerance;
}
