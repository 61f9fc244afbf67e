namespace Aspire.Hosting.Eventing;

/// <summary>In what order subscribers are called, and whether the publisher waits for them.</summary>
public enum EventDispatchBehavior
{
    /// <summary>One after another; the publisher waits.</summary>
    BlockingSequential = 0,

    /// <summary>All at once; the publisher waits.</summary>
    BlockingConcurrent = 1,

    /// <summary>One after another; the publisher does not wait.</summary>
    NonBlockingSequential = 2,

    /// <summary>All at once; the publisher does not wait.</summary>
    NonBlockingConcurrent = 3,
}
