using LocalAws.Protocol;

namespace LocalAws.CloudWatchLogs;

/// <summary>Registers CloudWatch Logs.</summary>
internal static class LogsServices
{
    public static IServiceCollection AddLogs(this IServiceCollection services) => services
        .AddSingleton<LogStore>()
        .AddSingleton<IOperationModule, LogsModule>();
}
