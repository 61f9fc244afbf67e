using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs;

/// <summary>Registers SQS.</summary>
internal static class SqsServices
{
    public static IServiceCollection AddSqs(this IServiceCollection services) => services
        .AddSingleton<QueueCounters>()
        .AddSingleton<QueueStore>();
}
