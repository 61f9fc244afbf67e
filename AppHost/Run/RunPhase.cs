namespace AppHost.Run;

/// <summary>Where the lab stands.</summary>
public enum RunPhase
{
    /// <summary>Resources are starting.</summary>
    Starting,

    /// <summary>Everything is healthy and no scenario is played.</summary>
    Ready,

    /// <summary>The scenario's load is on.</summary>
    Playing,

    /// <summary>The load is over; orders are still under way.</summary>
    Draining,

    /// <summary>The run is over and reported.</summary>
    Finished,

    /// <summary>The run could not be played.</summary>
    Failed,
}
