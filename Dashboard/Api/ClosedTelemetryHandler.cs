using Dashboard.Telemetry.Store;
using Microsoft.AspNetCore.Diagnostics;

namespace Dashboard.Api;

/// <summary>Answers 503 with the reason while the telemetry database is being reopened.</summary>
internal sealed class ClosedTelemetryHandler : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not TelemetryClosedException)
        {
            return false;
        }

        await Problems.Unavailable(exception.Message).ExecuteAsync(httpContext);
        return true;
    }
}
