namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states that a resource may be in.</summary>
public static class KnownResourceStates
{
    /// <summary>It is being started.</summary>
    public static readonly string Starting = nameof(Starting);

    /// <summary>It runs.</summary>
    public static readonly string Running = nameof(Running);

    /// <summary>It could not be started.</summary>
    public static readonly string FailedToStart = nameof(FailedToStart);

    /// <summary>What would run it does not work.</summary>
    public static readonly string RuntimeUnhealthy = nameof(RuntimeUnhealthy);

    /// <summary>It is being stopped.</summary>
    public static readonly string Stopping = nameof(Stopping);

    /// <summary>It ended before its time, or was stopped.</summary>
    public static readonly string Exited = nameof(Exited);

    /// <summary>It has done its work.</summary>
    public static readonly string Finished = nameof(Finished);

    /// <summary>It waits for another.</summary>
    public static readonly string Waiting = nameof(Waiting);

    /// <summary>Nobody has started it yet.</summary>
    public static readonly string NotStarted = nameof(NotStarted);

    /// <summary>It is being built.</summary>
    public static readonly string Building = nameof(Building);

    /// <summary>It is there, though it does not run.</summary>
    public static readonly string Active = nameof(Active);

    /// <summary>States that a resource does not leave by itself.</summary>
    public static readonly IReadOnlyList<string> TerminalStates = [Finished, FailedToStart, Exited];
}
