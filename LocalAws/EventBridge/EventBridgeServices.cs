using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Operations;
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
            .AddSingleton<ITargetInvoker, QueueInvoker>()
            .AddSingleton<ITargetInvoker, ApiDestinationInvoker>()
            .AddSingleton<DeliveryDispatcher>()
            .AddSingleton<EventRouter>()
            .AddSingleton<IOperationModule, BusOperations>()
            .AddSingleton<IOperationModule, RuleOperations>()
            .AddSingleton<IOperationModule, TargetOperations>()
            .AddSingleton<IOperationModule, ConnectionOperations>()
            .AddSingleton<IOperationModule, ApiDestinationOperations>()
            .AddSingleton<IOperationModule, PublishOperations>();
    }
}
