namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a resource waits for.</summary>
public enum WaitType
{
    /// <summary>That the other runs and is healthy.</summary>
    WaitUntilHealthy = 0,

    /// <summary>That the other has ended.</summary>
    WaitForCompletion = 1,

    /// <summary>That the other runs.</summary>
    WaitUntilStarted = 2,
}
