using System.Net;
using System.Text.Json;
using AppHost.Lab;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Scenarios.Reports;
using Scenarios.Settings;

namespace AppHost.Run;

/// <summary>
/// Plays the run: waits until everything is healthy, starts the scenario, watches it drain, and reports. It is an
/// ordinary hosted service, so it works under any Aspire host.
/// </summary>
internal sealed partial class RunConductor(
    LabOptions lab,
    SystemSettings settings,
    RunClient client,
    DistributedApplicationModel model,
    ResourceNotificationService resources,
    ResourceCommandService commands,
    StatusBoard board,
    TimeProvider clock,
    IHostApplicationLifetime lifetime,
    ILogger<RunConductor> logger) : BackgroundService
{
    private static readonly TimeSpan StartUpLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>What shells give to a program that Ctrl+C ended.</summary>
    public const int InterruptedExitCode = 130;

    /// <summary>How long the dashboard may be away, since it may be restarting, before the run is called off; and the load generator, before its load is given up for lost.</summary>
    private static readonly TimeSpan ToleratedAbsence = TimeSpan.FromSeconds(60);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host says that it stops before it stops its services, of which this one is not the first.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await WaitUntilHealthyAsync(stop.Token);
            if (lab.Load.AutoStart)
            {
                var (report, load) = await PlayAsync(stop.Token);
                await CloseAsync(report, load, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ctrl+C: the exit code is still the one of a run that was cut short.
        }
        catch (Exception failure)
        {
            LogFailed(failure);
            Fail(failure.Message);
        }
    }

    private async Task WaitUntilHealthyAsync(CancellationToken stopping)
    {
        var start = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(StartUpLimit, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping, patience.Token);
        try
        {
            await Task.WhenAll(model.Resources
                .Where(resource => resource is ProjectResource || resource.Name == "stack")
                .Select(resource => resources.WaitForResourceHealthyAsync(resource.Name, WaitBehavior.StopOnResourceUnavailable, limit.Token)));
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            throw new TimeoutException($"Not everything was healthy after {StartUpLimit.TotalSeconds:0} s; see the states above.");
        }

        board.Update(status => status with { Phase = RunPhase.Ready, StartUp = clock.GetElapsedTime(start) });
    }

    private async Task<(RunReport Report, LoadRun Load)> PlayAsync(CancellationToken stopping)
    {
        var run = await client.BeginAsync(new BeginRun(lab.Scenario, lab.FlowControl, lab.Clock.Speed, settings.Seed), stopping);
        var load = await client.PlayAsync(lab.Scenario, stopping);
        board.Update(status => status with { Phase = RunPhase.Playing, Load = load });

        var seen = clock.GetTimestamp();
        var heard = seen;
        double? drainingSince = null;
        while (true)
        {
            await Task.Delay(WatchInterval, clock, stopping);
            try
            {
                (load, heard) = load.IsRunning ? await WatchLoadAsync(load, heard, stopping) : (load, heard);
                var live = await client.WatchAsync(stopping);
                seen = clock.GetTimestamp();
                drainingSince = load.IsRunning ? null : drainingSince ?? live.SimulatedSeconds;
                board.Update(status => status with
                {
                    Phase = load.IsRunning ? RunPhase.Playing : RunPhase.Draining,
                    Load = load,
                    Live = live,
                });

                if (live.Finished)
                {
                    // Ended at the dashboard's page.
                    return (live, load);
                }

                if (!load.IsRunning && live.Settled)
                {
                    return (await FinishAsync(load, drained: true, stopping), load);
                }

                if (lab.Exit && live.SimulatedSeconds - drainingSince > lab.DrainTimeout)
                {
                    return (await GiveUpAsync(load, stopping), load);
                }
            }
            catch (HttpRequestException unknown) when (unknown.StatusCode == HttpStatusCode.NotFound)
            {
                // A dashboard that was restarted after the run had been finished.
                return (await client.FindReportAsync(run, stopping) ?? throw new InvalidOperationException("The dashboard was restarted and knows nothing of the run."), load);
            }
            catch (Exception absent) when (IsAbsence(absent) && clock.GetElapsedTime(seen) <= ToleratedAbsence)
            {
                // The dashboard may be restarting; it goes on with the run.
            }
        }
    }

    /// <summary>
    /// The load as it is now. A load generator that was restarted has forgotten it: orders in the middle would come late and all at once
    /// if it were to go on, so the load ends there, and the report says so.
    /// </summary>
    /// <returns>The load, and when the load generator was last heard of.</returns>
    private async Task<(LoadRun Load, long Heard)> WatchLoadAsync(LoadRun last, long heard, CancellationToken stopping)
    {
        LoadRun? now = null;
        try
        {
            now = await client.WatchLoadAsync(last.Id, stopping);
        }
        catch (Exception absent) when (IsAbsence(absent))
        {
            if (clock.GetElapsedTime(heard) <= ToleratedAbsence)
            {
                return (last, heard);
            }
        }

        if (now is null)
        {
            board.Notice($"Incomplete load: the load generator ended in the middle, after at least {last.Started} of {last.Planned} arrivals.");
        }

        return (now ?? last with { State = LoadRun.Lost }, clock.GetTimestamp());
    }

    private static bool IsAbsence(Exception failure) => failure is HttpRequestException or JsonException or IOException;

    /// <summary>Stops what moves orders before counting, so that what is in flight is counted where it stands.</summary>
    private async Task<RunReport> GiveUpAsync(LoadRun load, CancellationToken stopping)
    {
        board.Notice($"Not drained {lab.DrainTimeout:0} simulated seconds after the load: giving up.");
        await commands.ExecuteCommandAsync(ResourceNames.DeliveryWorker, "resource-stop", stopping);
        return await FinishAsync(load, drained: false, stopping);
    }

    private Task<RunReport> FinishAsync(LoadRun load, bool drained, CancellationToken stopping) => client.FinishAsync(
        new FinishRun(drained, new LoadSummary
        {
            Incomplete = !load.IsComplete,
            Planned = load.Planned,
            Started = load.Started,
            Finished = load.Finished,
            Accepted = load.Accepted,
            Failed = load.Failed,
            Skipped = load.Skipped,
            MaxLagMilliseconds = load.MaxLagMilliseconds,
            P99LagMilliseconds = load.P99LagMilliseconds,
        }),
        stopping);

    private async Task CloseAsync(RunReport report, LoadRun load, CancellationToken stopping)
    {
        var isWritten = lab.Report is not { } file || await TryWriteAsync(report, file, stopping);
        var isAccounted = report is { Drained: true, Totals.Unaccounted: 0 };
        if (report.Totals.Accepted < load.Accepted || load.Accepted == 0)
        {
            isAccounted = false;
            board.Notice($"The load generator saw {load.Accepted} of {load.Started} orders accepted, Notification.Api counted {report.Totals.Accepted}.");
        }

        // Every order may be accounted for, but it is not the run that was asked for.
        isAccounted &= load.IsComplete;
        board.Update(status => status with { Phase = RunPhase.Finished, Report = report });
        if (lab.Exit)
        {
            Environment.ExitCode = isAccounted && isWritten ? 0 : 1;
            lifetime.StopApplication();
        }
    }

    private async Task<bool> TryWriteAsync(RunReport report, string file, CancellationToken stopping)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using var stream = File.Create(file);
            await JsonSerializer.SerializeAsync(stream, report, ReportJson.Default.RunReport, stopping);
            board.Notice($"Report written to {file}");
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            board.Notice($"The report could not be written to {file}: {refused.Message}");
            return false;
        }
    }

    private void Fail(string problem)
    {
        board.Update(status => status with { Phase = RunPhase.Failed, Problem = problem });
        Environment.ExitCode = 1;
        if (lab.Exit)
        {
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "The run FAILED")]
    private partial void LogFailed(Exception failure);
}
