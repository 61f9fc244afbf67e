using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Embedded;

/// <summary>Copies what the resources write to the application's own log, as tests like it.</summary>
internal sealed partial class ResourceLogForwarding(
    DistributedApplicationModel model,
    ResourceLoggerService logs,
    ILoggerFactory loggers,
    IHostEnvironment environment) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(model.Resources.Select(resource => ForwardAsync(resource, stoppingToken)));

    private async Task ForwardAsync(IResource resource, CancellationToken stoppingToken)
    {
        var logger = loggers.CreateLogger($"{environment.ApplicationName}.Resources.{resource.Name}");
        try
        {
            await foreach (var lines in logs.WatchAsync(resource).WithCancellation(stoppingToken))
            {
                foreach (var line in lines)
                {
                    LogLine(logger, line.IsErrorMessage ? LogLevel.Error : LogLevel.Information, line.LineNumber, line.Content);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The application stops: what the resource writes from here on is in its own log.
        }
    }

    [LoggerMessage(EventId = 1, Message = "{LineNumber}: {Line}")]
    private static partial void LogLine(ILogger logger, LogLevel level, int lineNumber, string line);
}
