using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Writes to the logs of a resource's instances.</summary>
internal sealed class ResourceLogger(IReadOnlyList<ResourceLog> logs) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = exception is null ? formatter(state, null) : $"{formatter(state, exception)} {exception}";
        foreach (var log in logs)
        {
            foreach (var line in text.Split('\n'))
            {
                log.Add(line.TrimEnd('\r'), logLevel >= LogLevel.Error);
            }
        }
    }
}
