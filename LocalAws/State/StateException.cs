namespace LocalAws.State;

/// <summary>The data directory cannot be used, or holds a state that must not be guessed at. The message is one line.</summary>
internal sealed class StateException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The exit code of a process that ends for it.</summary>
    public const int ExitCode = 3;
}
