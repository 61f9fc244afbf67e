using Aspire.Hosting.ApplicationModel;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Aspire.Hosting.Embedded.ResourceService;

/// <summary>
/// Reads a log for one reader, a page at a time and no sooner than it is asked for: a slow reader costs no memory, and
/// where lines were gone before it came to them, a line says so.
/// </summary>
internal sealed class ConsolePages(ResourceLog log, bool follow)
{
    private const int PageSize = 500;

    /// <summary>Without following: the number after which nothing is read any more.</summary>
    private readonly int _end = follow ? int.MaxValue : log.LastNumber;
    private int _last;

    /// <summary>The next lines; null when no more will come.</summary>
    internal async Task<Wire.WatchResourceConsoleLogsUpdate?> NextAsync(CancellationToken cancellationToken)
    {
        while (_last < _end)
        {
            var page = log.ReadAfter(_last, PageSize);
            if (page.Lines.Count > 0)
            {
                return Take(page.Lines);
            }

            if (page.More is null)
            {
                break;
            }

            await page.More.WaitAsync(cancellationToken);
        }

        return null;
    }

    private Wire.WatchResourceConsoleLogsUpdate Take(IReadOnlyList<LogLine> lines)
    {
        var update = new Wire.WatchResourceConsoleLogsUpdate();
        var missing = lines[0].LineNumber - _last - 1;
        if (missing > 0)
        {
            update.LogLines.Add(new Wire.ConsoleLogLine
            {
                Text = missing == 1 ? "[1 line is no longer kept]" : $"[{missing} lines are no longer kept]",
                LineNumber = lines[0].LineNumber - 1,
                IsStdErr = false,
            });
        }

        update.LogLines.AddRange(lines.Select(static line => new Wire.ConsoleLogLine
        {
            Text = line.Content,
            LineNumber = line.LineNumber,
            IsStdErr = line.IsErrorMessage,
        }));
        _last = lines[^1].LineNumber;
        return update;
    }
}
