using System.Globalization;
using AppHost.Lab;
using AppHost.Run;

namespace AppHost.Terminal;

/// <summary>The story in lines: every change of a resource, a row a simulated minute, the report.</summary>
internal sealed class PlainTerminal(LabOptions lab, DashboardAccess access, TextWriter output)
{
    private readonly Lock _lock = new();
    private RunPhase _told = RunPhase.Starting;
    private int _minutesTold;
    private bool _rowsTold;
    private bool _startUpTold;
    private bool _reportTold;
    private string? _dashboard;

    /// <summary>A resource changed.</summary>
    public void Tell(ResourceLine line)
    {
        lock (_lock)
        {
            output.WriteLine($"{line.Name,-18} {line.State,-14} {line.Url}".TrimEnd());
            if (_dashboard is null && line.IsHealthyDashboard)
            {
                output.WriteLine(_dashboard = $"Dashboard: {access.LoginUrl(line.Url)}");
            }
        }
    }

    /// <summary>What is new since the last call.</summary>
    public void Tell(StatusBoard board)
    {
        lock (_lock)
        {
            TellNotices(board);
            var status = board.Current;
            TellStartUp(status);
            if (status.Phase != _told)
            {
                _told = status.Phase;
                TellPhase(status);
            }

            TellMinutes(status);
            TellReport(status);
        }
    }

    /// <summary>The live screen was taken away: leave on the screen where everything is.</summary>
    public void AfterLive(IReadOnlyList<ResourceLine> resources, LabStatus status)
    {
        foreach (var line in resources)
        {
            Tell(line);
        }

        // The report has all minutes; telling them twice would only fill the screen.
        _minutesTold = status.Live?.Minutes.Count ?? 0;
    }

    /// <summary>The last words: of a run that was cut short, how far it came.</summary>
    public void Close(StatusBoard board)
    {
        var status = board.Current;
        if (status.Phase is not (RunPhase.Playing or RunPhase.Draining))
        {
            Tell(board);
            return;
        }

        lock (_lock)
        {
            TellNotices(board);
            output.WriteLine();
            output.WriteLine(status.Live is null
                ? "INTERRUPTED before there were any figures."
                : "INTERRUPTED: the run so far. Orders in flight are not settled.");
            foreach (var line in status.Live is { } live ? ReportText.Lines(live) : [])
            {
                output.WriteLine(line);
            }

            if (lab.Report is { } file)
            {
                output.WriteLine($"No report was written to {file}.");
            }
        }
    }

    private void TellNotices(StatusBoard board)
    {
        while (board.TryTakeNotice(out var notice))
        {
            output.WriteLine(notice);
        }
    }

    /// <summary>Not told with the phase: the run may begin before anybody looks.</summary>
    private void TellStartUp(LabStatus status)
    {
        if (_startUpTold || status.StartUp is not { } time)
        {
            return;
        }

        _startUpTold = true;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Everything is healthy after {time.TotalSeconds:0.0} s.{(lab.Load.AutoStart ? "" : " Load:AutoStart is off: POST /runs to the load generator plays a scenario.")}"));
    }

    private void TellPhase(LabStatus status)
    {
        var line = status.Phase switch
        {
            RunPhase.Playing => $"Playing {lab.Scenario}, flow control {(lab.FlowControl ? "on" : "off")}.{Environment.NewLine}{MinuteRows.Header}",
            RunPhase.Draining => "The load is over; orders still under way.",
            RunPhase.Failed => $"FAILED: {status.Problem}",
            _ => null,
        };
        if (line is not null)
        {
            output.WriteLine(line);
        }
    }

    /// <summary>Minutes that are over; the last one is still going on.</summary>
    private void TellMinutes(LabStatus status)
    {
        for (; status.Live is { } live && status.Report is null && _minutesTold < live.Minutes.Count - 1; _minutesTold++)
        {
            output.WriteLine(MinuteRows.Row(live.Minutes[_minutesTold]));
            _rowsTold = true;
        }
    }

    private void TellReport(LabStatus status)
    {
        if (status.Report is not { } report || _reportTold)
        {
            return;
        }

        _reportTold = true;
        foreach (var line in ReportText.Lines(report, _rowsTold))
        {
            output.WriteLine(line);
        }

        if (!lab.Exit)
        {
            output.WriteLine();
            output.WriteLine(_dashboard is null ? "The system keeps running; Ctrl+C stops it." : $"{_dashboard}\nThe system keeps running; Ctrl+C stops it.");
        }
    }
}
