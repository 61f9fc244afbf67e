using AppHost.Run;
using Microsoft.Extensions.Logging;

namespace AppHost.Terminal;

/// <summary>
/// Sends the host's own warnings to the terminal view as notices: a console logger would write across the live screen.
/// </summary>
internal sealed class NoticeLoggerProvider(StatusBoard board) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new NoticeLogger(board);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class NoticeLogger(StatusBoard board) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                board.Notice(exception is null ? formatter(state, null) : $"{formatter(state, exception)} ({exception.Message})");
            }
        }
    }
}
