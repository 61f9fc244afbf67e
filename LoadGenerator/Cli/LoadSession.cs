using System.Globalization;
using LoadGenerator.Playing;
using LoadGenerator.Runs;
using Scenarios.Scripts;
using ServiceDefaults;

namespace LoadGenerator.Cli;

/// <summary>One run from the command line, with the same parts as the service's, and telemetry if it is asked for.</summary>
internal sealed class LoadSession : IDisposable
{
    private readonly IHost _host;
    private readonly Script _script;
    private readonly Uri _target;
    private readonly double _speed;

    public LoadSession(Script script, Uri target, double speed)
    {
        (_script, _target, _speed) = (script, target, speed);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = LoadMetrics.Source });
        builder.Configuration["Clock:Speed"] = speed.ToString(CultureInfo.InvariantCulture);

        // The terminal is the summary's.
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults(LoadMetrics.Source);
        builder.AddLoadGenerator();
        _host = builder.Build();
    }

    /// <summary>Plays to the end, or until <paramref name="stop"/>, and shows how it goes.</summary>
    public async Task<RunView> PlayAsync(TextWriter output, CancellationToken stop)
    {
        await _host.StartAsync(stop);
        var progress = LoadProgress.For(output, _speed);
        using var run = new LoadRun(_script, _target, _host.Services.GetRequiredService<TimeProvider>()) { EndsIfUnreachable = true };
        await using var registration = stop.UnsafeRegister(static state => ((LoadRun)state!).Stop(), run);
        var played = _host.Services.GetRequiredService<ScriptPlayer>().PlayAsync(run);
        await progress.FollowAsync(run);
        await played;
        if (!run.IsUnreachable)
        {
            progress.Summarize(run.View());
        }

        await _host.StopAsync(CancellationToken.None);
        return run.View();
    }

    public void Dispose() => _host.Dispose();
}
