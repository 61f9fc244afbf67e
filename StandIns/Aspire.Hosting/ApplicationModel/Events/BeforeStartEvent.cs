using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The application is about to start.</summary>
/// <param name="services">The application's services.</param>
/// <param name="model">All that it is made of.</param>
public class BeforeStartEvent(IServiceProvider services, DistributedApplicationModel model) : IDistributedApplicationEvent
{
    /// <summary>The application's services.</summary>
    public IServiceProvider Services { get; } = services;

    /// <summary>All that it is made of.</summary>
    public DistributedApplicationModel Model { get; } = model;
}
