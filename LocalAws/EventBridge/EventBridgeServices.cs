using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Operations;
using LocalAws.EventBridge.Schedules;
using LocalAws.EventBridge.Topology;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.EventBridge;

/// <summary>Registers EventBridge.</summary>
internal static class EventBridgeServices
{
    public static IServiceCollection AddEventBridge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(ApiDestinationInvoker.Client)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            // The spans of hand-overs and their traceparent are ours: they carry the rule and the attempt.
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                ActivityHeadersPropagator = null,
                AllowAutoRedirect = false,
                UseCookies = false,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services
            .AddSingleton(EventBridgeOptions.Read(configuration))
            .AddSingleton<TopologyStore>()
            .AddSingleton<IStatePart>(static provider => provider.GetRequiredService<TopologyStore>())
            .AddSingleton<EventBridgeTelemetry>()
            .AddSingleton<DeadLetters>()
            .AddSingleton<OAuthTokens>()
            .AddSingleton<ITargetInvoker, ApiDestinationInvoker>()
            .AddSingleton<IImmediateTarget, QueueTarget>()
            .AddSingleton<IImmediateTarget, EventBusTarget>()
            .AddSingleton<IImmediateTarget, LogGroupTarget>()
            .AddSingleton<IImmediateTarget, ArchiveTarget>()
            .AddSingleton<IImmediateTarget, ElsewhereTarget>()
            .AddSingleton<ArchiveStore>()
            .AddSingleton<IStatePart>(static provider => provider.GetRequiredService<ArchiveStore>())
            .AddSingleton<PendingDeliveries>()
            .AddSingleton<IStatePart>(static provider => provider.GetRequiredService<PendingDeliveries>())
            .AddSingleton<DeliveryDispatcher>()
            .AddSingleton<BusAutomata>()
            .AddSingleton<EventRouter>()
            .AddSingleton(static provider => new Lazy<DeliveryDispatcher>(provider.GetRequiredService<DeliveryDispatcher>))
            .AddSingleton(static provider => new Lazy<EventRouter>(provider.GetRequiredService<EventRouter>))
            .AddSingleton<ConnectionDirectory>()
            .AddHostedService<ScheduleRunner>()
            .AddHostedService<ReplayRunner>()
            .AddSingleton<IOperationModule, BusOperations>()
            .AddSingleton<IOperationModule, PermissionOperations>()
            .AddSingleton<IOperationModule, TagOperations>()
            .AddSingleton<IOperationModule, RuleOperations>()
            .AddSingleton<IOperationModule, TargetOperations>()
            .AddSingleton<IOperationModule, ConnectionOperations>()
            .AddSingleton<IOperationModule, ApiDestinationOperations>()
            .AddSingleton<IOperationModule, ArchiveOperations>()
            .AddSingleton<IOperationModule, ReplayOperations>()
            .AddSingleton<IOperationModule, PartnerOperations>()
            .AddSingleton<IOperationModule, PublishOperations>();
    }
}
