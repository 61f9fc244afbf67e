using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Dashboard.Tests.Fixtures;

/// <summary>Keeps what a host logs.</summary>
internal sealed class LogCollector : ILoggerProvider
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public ConcurrentQueue<(string Category, LogLevel Level, string Message)> Entries { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Collector(categoryName, Entries);

    /// <summary>The first entry that fits, once it is there.</summary>
    public async Task<(string Category, LogLevel Level, string Message)> FirstAsync(Func<(string Category, LogLevel Level, string Message), bool> fits)
    {
        for (var start = TimeProvider.System.GetTimestamp(); !Entries.Any(fits);)
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Limit);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return Entries.First(fits);
    }

    public void Dispose()
    {
    }

    private sealed class Collector(string category, ConcurrentQueue<(string, LogLevel, string)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue((category, logLevel, formatter(state, exception)));
    }
}
