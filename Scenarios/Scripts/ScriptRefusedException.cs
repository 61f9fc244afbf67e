using Microsoft.Extensions.Options;

namespace Scenarios.Scripts;

/// <summary>A script says something that cannot be honoured. Its failures are a line a problem.</summary>
public sealed class ScriptRefusedException : OptionsValidationException
{
    /// <summary>Refuses a script.</summary>
    /// <param name="file">The script's file name.</param>
    /// <param name="problems">Everything that is wrong with it, in the order of its lines.</param>
    public ScriptRefusedException(string file, IReadOnlyList<ScriptProblem> problems)
        : base(file, typeof(Script), problems.Select(problem => problem.ToString())) => Problems = problems;

    /// <summary>Everything that is wrong with the script.</summary>
    public IReadOnlyList<ScriptProblem> Problems { get; }
}
