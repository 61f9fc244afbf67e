namespace Aspire.Hosting.Eventing;

/// <summary>A subscription to an event.</summary>
/// <param name="callback">Called at each event.</param>
public class DistributedApplicationEventSubscription(Func<IDistributedApplicationEvent, CancellationToken, Task> callback)
{
    /// <summary>Called at each event.</summary>
    public Func<IDistributedApplicationEvent, CancellationToken, Task> Callback { get; } = callback;
}
