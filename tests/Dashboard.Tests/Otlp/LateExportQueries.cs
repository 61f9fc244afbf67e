using Dashboard.Api;
using Dashboard.Telemetry.Queries;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Otlp;

/// <summary>Answers with what was stored when it was asked, but only when nothing waits any more: as a busy database may.</summary>
/// <param name="services">Where the counts come from.</param>
/// <param name="inner">Answers in truth.</param>
internal sealed class LateExportQueries(IServiceProvider services, IExportQueries inner) : IExportQueries
{
    public async Task<IReadOnlyList<ExportAccount>> AccountsAsync(CancellationToken cancellationToken)
    {
        var accounts = await inner.AccountsAsync(cancellationToken);
        while (services.GetRequiredService<ITelemetryCounts>().Read().Waiting > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, cancellationToken);
        }

        return accounts;
    }
}
