using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SlowApi.Tests.Fixtures;

/// <summary>Keeps what a host logs.</summary>
internal sealed class LogCollector : ILoggerProvider
{
    public ConcurrentQueue<(LogLevel Level, string Message, IReadOnlyDictionary<string, object?> State)> Entries { get; } = new();

    public ILogger CreateLogger(string categoryName) =>
        new Collector(categoryName.StartsWith("SlowApi", StringComparison.Ordinal) ? Entries : new());

    public void Dispose()
    {
    }

    private sealed class Collector(ConcurrentQueue<(LogLevel, string, IReadOnlyDictionary<string, object?>)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).ToDictionary();
            entries.Enqueue((logLevel, formatter(state, exception), values));
        }
    }
}
