using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Embedded;

/// <summary>How the engine treats processes: section <c>EmbeddedHost</c>.</summary>
internal sealed record EngineOptions
{
    /// <summary>Time that a process gets to stop by itself. Default 10 s.</summary>
    internal TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Restarts in a row of a project that crashes; 0 leaves it where it lies. Default 5.</summary>
    internal int MaximumRestarts { get; init; } = 5;

    /// <summary>Time before the first restart; it doubles with each in a row. Default 250 ms.</summary>
    internal TimeSpan FirstRestartDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Time that a project must have run for a crash not to count as one in a row. Default 10 s.</summary>
    internal TimeSpan StableAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether wished for ports are left to others, as tests want it.</summary>
    internal bool RandomizePorts { get; init; }

    /// <summary>The options that configuration asks for.</summary>
    internal static EngineOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("EmbeddedHost");
        var defaults = new EngineOptions();
        return new EngineOptions
        {
            StopTimeout = section.GetValue(nameof(StopTimeout), defaults.StopTimeout),
            MaximumRestarts = section.GetValue(nameof(MaximumRestarts), defaults.MaximumRestarts),
            FirstRestartDelay = section.GetValue(nameof(FirstRestartDelay), defaults.FirstRestartDelay),
            StableAfter = section.GetValue(nameof(StableAfter), defaults.StableAfter),
            RandomizePorts = configuration.GetValue("DcpPublisher:RandomizePorts", false),
        };
    }
}
