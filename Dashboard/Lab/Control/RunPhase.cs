namespace Dashboard.Lab.Control;

/// <summary>Where the current run stands.</summary>
public enum RunPhase
{
    /// <summary>There is none, or it is over.</summary>
    Idle,

    /// <summary>It is being prepared.</summary>
    Starting,

    /// <summary>Orders arrive.</summary>
    Playing,

    /// <summary>No more arrive; some are under way.</summary>
    Draining,
}
