namespace Aspire.Hosting.ApplicationModel;

/// <summary>What waiting means once the other one cannot become healthy by itself.</summary>
public enum WaitBehavior
{
    /// <summary>Go on waiting: somebody may start it again.</summary>
    WaitOnResourceUnavailable = 0,

    /// <summary>Give up.</summary>
    StopOnResourceUnavailable = 1,
}
