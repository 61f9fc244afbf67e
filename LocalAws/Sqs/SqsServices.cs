using LocalAws.Protocol;
using LocalAws.Sqs.Queues;

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
        .AddSingleton<QueueOperations>()
        .AddSingleton<MessageOperations>()
        .AddSingleton<IOperationModule, SqsModule>();
}
