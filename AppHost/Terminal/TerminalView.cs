using AppHost.Lab;
using AppHost.Run;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace AppHost.Terminal;

/// <summary>Tells the story in the terminal: a live screen where there is one, plain lines where there is not.</summary>
internal sealed class TerminalView(
    LabOptions lab,
    DashboardAccess access,
    StatusBoard board,
    DistributedApplicationModel model,
    ResourceNotificationService resources,
    IHostApplicationLifetime lifetime,
    TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly ResourceStates _states = new(model, resources);
    private readonly PlainTerminal _plain = new(lab, access, Console.Out);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => board.Notice("Stopping…"));
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _plain.Close(board);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isLive = AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected;
        var follow = _states.FollowAsync(isLive ? static _ => { } : _plain.Tell, stoppingToken);
        try
        {
            if (isLive)
            {
                await ShowLiveAsync(stoppingToken);
            }

            while (!stoppingToken.IsCancellationRequested)
            {
                _plain.Tell(board);
                await Task.Delay(Interval, clock, stoppingToken);
            }

            await follow;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Redraws one region until the run is over; what stays on the screen is printed plainly after it.</summary>
    private Task ShowLiveAsync(CancellationToken stopping) =>
        AnsiConsole.Live(new Text("")).AutoClear(true).StartAsync(async region =>
        {
            var notices = new List<string>();
            while (!stopping.IsCancellationRequested)
            {
                var status = board.Current;
                while (board.TryTakeNotice(out var notice))
                {
                    notices.Add(notice);
                }

                if (status.Phase is RunPhase.Finished or RunPhase.Failed)
                {
                    break;
                }

                region.UpdateTarget(LiveScreen.Draw(lab, access, status, _states.Lines, notices));
                region.Refresh();
                await Task.Delay(Interval, clock, stopping);
            }

            notices.ForEach(board.Notice);
            _plain.AfterLive(_states.Lines, board.Current);
        });
}
