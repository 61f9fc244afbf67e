using LoadGenerator.Playing;
using Scenarios.Scripts;

namespace LoadGenerator.Runs;

/// <summary>Takes orders for runs: one at a time. The last ones are remembered.</summary>
internal sealed class RunDesk(ScriptPlayer player, LoadOptions options, TimeProvider clock) : IHostedService
{
    private const int Remembered = 32;
    private const string Latest = "current";

    private readonly Lock _lock = new();
    private readonly List<LoadRun> _runs = [];
    private bool _closed;

    /// <summary>Starts a run, unless one is under way or the service stops.</summary>
    /// <param name="script">The script.</param>
    /// <param name="run">The run that was started, or else the one that is in the way; null when the service stops.</param>
    /// <returns>Whether it was started.</returns>
    public bool TryStart(Script script, out LoadRun? run)
    {
        lock (_lock)
        {
            run = _runs.LastOrDefault();
            if (_closed || run is { Ended.IsCompleted: false })
            {
                run = _closed ? null : run;
                return false;
            }

            if (_runs.Count == Remembered)
            {
                // Not disposed of: somebody may be asking it just now.
                _runs.RemoveAt(0);
            }

            run = new LoadRun(script, new Uri(options.Target), clock);
            _runs.Add(run);
        }

        // An order is the root of its own trace, not a part of the request that started the run.
        using (ExecutionContext.SuppressFlow())
        {
            var started = run;
            _ = Task.Run(() => player.PlayAsync(started));
        }

        return true;
    }

    /// <summary>The run with this id, or the latest; null if there is none, or none any more.</summary>
    public LoadRun? Find(string id)
    {
        lock (_lock)
        {
            return id == Latest
                ? _runs.LastOrDefault()
                : _runs.Find(run => string.Equals(run.Id, id, StringComparison.OrdinalIgnoreCase));
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets the run end orderly; past the host's patience its requests are cut off.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        LoadRun? run;
        lock (_lock)
        {
            _closed = true;
            run = _runs.LastOrDefault();
        }

        if (run is { Ended.IsCompleted: false })
        {
            run.Stop();
            await using var cutOff = cancellationToken.UnsafeRegister(static state => ((LoadRun)state!).CutOffNow(), run);
            await run.Ended;
        }
    }
}
