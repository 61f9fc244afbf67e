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
    private const int InterruptedExitCode = 130;

    /// <summary>Looks in a row that may fail, since a resource may be restarting, before the run is called off.</summary>
    private const int ToleratedFailures = 20;

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
            Interrupt();
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
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(StartUpLimit);
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
        await client.BeginAsync(new BeginRun(lab.Scenario, lab.FlowControl, lab.Clock.Speed, settings.Seed), stopping);
        var load = await client.PlayAsync(lab.Scenario, stopping);
        board.Update(status => status with { Phase = RunPhase.Playing, Load = load });

        var failures = 0;
        double? drainingSince = null;
        while (true)
        {
            await Task.Delay(WatchInterval, clock, stopping);
            try
            {
                load = load.IsRunning ? await client.WatchLoadAsync(load.Id, stopping) : load;
                var live = await client.WatchAsync(stopping);
                failures = 0;
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
            catch (Exception absent) when (absent is HttpRequestException or JsonException && ++failures <= ToleratedFailures)
            {
                // The dashboard or the load generator may be restarting.
            }
        }
    }

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
            Planned = load.Planned,
            Started = load.Started,
            Finished = load.Finished,
            Skipped = load.Skipped,
            MaxLagMilliseconds = load.MaxLagMilliseconds,
            P99LagMilliseconds = load.P99LagMilliseconds,
        }),
        stopping);

    private async Task CloseAsync(RunReport report, LoadRun load, CancellationToken stopping)
    {
        if (lab.Report is { } file)
        {
            await WriteAsync(report, file, stopping);
        }

        var isAccounted = report is { Drained: true, Totals.Unaccounted: 0 };
        if (report.Totals.Accepted < load.Accepted || load.Accepted == 0)
        {
            isAccounted = false;
            board.Notice($"The load generator saw {load.Accepted} of {load.Started} orders accepted, Notification.Api counted {report.Totals.Accepted}.");
        }

        board.Update(status => status with { Phase = RunPhase.Finished, Report = report });
        if (lab.Exit)
        {
            Environment.ExitCode = isAccounted ? Environment.ExitCode : 1;
            lifetime.StopApplication();
        }
    }

    private async Task WriteAsync(RunReport report, string file, CancellationToken stopping)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await using var stream = File.Create(file);
            await JsonSerializer.SerializeAsync(stream, report, ReportJson.Default.RunReport, stopping);
            board.Notice($"Report written to {file}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Environment.ExitCode = 1;
            board.Notice($"The report could not be written to {file}: {refused.Message}");
        }
    }

    /// <summary>Ctrl+C. Who waits for a run's exit code must not take one that was cut short for a good one.</summary>
    private void Interrupt()
    {
        if (lab.Exit && board.Current.Phase != RunPhase.Finished)
        {
            Environment.ExitCode = InterruptedExitCode;
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
