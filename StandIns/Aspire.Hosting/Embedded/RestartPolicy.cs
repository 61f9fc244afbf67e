namespace Aspire.Hosting.Embedded;

/// <summary>Whether and when a process that ended by itself is started again.</summary>
/// <param name="options">How often, and how long to wait.</param>
/// <param name="applies">Whether this kind of resource is started again at all.</param>
internal sealed class RestartPolicy(EngineOptions options, bool applies)
{
    /// <summary>A process that ends like this has done its work.</summary>
    private const int Success = 0;

    /// <summary>A process that ends like this refuses its configuration, and would again.</summary>
    private const int ConfigurationRefused = 2;

    /// <summary>Restarts in a row so far.</summary>
    internal int InARow { get; private set; }

    /// <summary>Time to wait before the next start; null if there is to be none.</summary>
    internal TimeSpan? Next(int exitCode, TimeSpan ran)
    {
        if (ran >= options.StableAfter)
        {
            InARow = 0;
        }

        if (!applies || exitCode is Success or ConfigurationRefused || InARow >= options.MaximumRestarts)
        {
            return null;
        }

        var delay = options.FirstRestartDelay * Math.Pow(2, InARow);
        InARow++;
        return delay;
    }

    /// <summary>Forgets the restarts so far: somebody has started it.</summary>
    internal void Reset() => InARow = 0;
}
