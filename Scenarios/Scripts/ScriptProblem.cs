namespace Scenarios.Scripts;

/// <summary>Something in a script that cannot be honoured.</summary>
/// <param name="File">The script's file name.</param>
/// <param name="Line">The line it stands on, from 1; 0 for the file as such.</param>
/// <param name="Key">The path to it, such as <c>config.phases[2].rampTo</c>; empty for the document as such.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record ScriptProblem(string File, long Line, string Key, string Message)
{
    /// <summary>The problem in a line: <c>talk.yml:12: config.phases[2].rampTo: …</c>.</summary>
    public override string ToString() =>
        string.Join(": ", new[] { Line == 0 ? File : $"{File}:{Line}", Key, Message }.Where(part => part.Length > 0));
}
