namespace Scenarios.Expectations;

/// <summary>An expectation that cannot be read.</summary>
/// <param name="text">The expectation.</param>
/// <param name="position">Where in it, from 0.</param>
/// <param name="problem">What is wrong there.</param>
public sealed class ExpectationException(string text, int position, string problem)
    : Exception($"\"{text}\", at {position + 1}: {problem}")
{
    /// <summary>Where, from 0.</summary>
    public int Position { get; } = position;

    /// <summary>The name at that place, if what is wrong is that no figure has it; else null.</summary>
    public string? UnknownFigure { get; init; }
}
