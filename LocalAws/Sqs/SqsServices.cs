using LocalAws.Protocol;
using LocalAws.Sqs.Moves;
using LocalAws.Sqs.Plain;
using LocalAws.Sqs.Queues;
using LocalAws.State;

namespace LocalAws.Sqs;

/// <summary>Registers SQS.</summary>
internal static class SqsServices
{
    public static IServiceCollection AddSqs(this IServiceCollection services) => services
        .AddSingleton<QueueInstruments>()
        .AddSingleton(static provider =>
        {
            var store = ActivatorUtilities.CreateInstance<QueueStore>(provider);
            provider.GetRequiredService<QueueInstruments>().Watch(store);
            return store;
        })
        .AddSingleton<IStatePart>(static provider => provider.GetRequiredService<QueueStore>())
        .AddSingleton<QueueDirectory>()
        .AddSingleton<QueueOperations>()
        .AddSingleton<MessageOperations>()
        .AddSingleton<PermissionOperations>()
        .AddSingleton<MoveTasks>()
        .AddSingleton<MoveOperations>()
        .AddSingleton<IOperationModule, SqsModule>();
}
