using Microsoft.Extensions.Options;

namespace LocalAws.EventBridge;

/// <summary>The section <c>LocalAws:EventBridge</c>. Times are simulated.</summary>
internal sealed record EventBridgeOptions
{
    private const string Section = "LocalAws:EventBridge";

    /// <summary>All keys of the section.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        $"{Section}:{nameof(MaximumEntriesBytes)}", $"{Section}:{nameof(ConcurrentInvocations)}",
        $"{Section}:{nameof(ApiDestinationTimeoutSeconds)}", $"{Section}:{nameof(MaximumArchiveBytes)}", $"{Section}:{nameof(Seed)}",
    ];

    /// <summary>The most bytes that the entries of one PutEvents may have together, 1,024 to 16,777,216. Default 1 MiB.</summary>
    public int MaximumEntriesBytes { get; init; } = 1024 * 1024;

    /// <summary>Hand-overs to one target that may be under way at once, 1 to 1,000. Default 64.</summary>
    public int ConcurrentInvocations { get; init; } = 64;

    /// <summary>How long an API destination may take to answer, 0.1 to 300 s. Default 5 s, as in AWS.</summary>
    public double ApiDestinationTimeoutSeconds { get; init; } = 5;

    /// <summary>The most bytes of events that one archive keeps, 1,024 to 2,147,483,647; the oldest go first. Default 256 MiB.</summary>
    public int MaximumArchiveBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>Seed of the jitter between retries. Default 0.</summary>
    public int Seed { get; init; }

    /// <exception cref="OptionsValidationException">A value is out of range.</exception>
    public static EventBridgeOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<EventBridgeOptions>() ?? new EventBridgeOptions();
        string[] failures =
        [
            .. Check(nameof(MaximumEntriesBytes), options.MaximumEntriesBytes, 1024, 16 * 1024 * 1024),
            .. Check(nameof(MaximumArchiveBytes), options.MaximumArchiveBytes, 1024, int.MaxValue),
            .. Check(nameof(ConcurrentInvocations), options.ConcurrentInvocations, 1, 1000),
            .. Check(nameof(ApiDestinationTimeoutSeconds), options.ApiDestinationTimeoutSeconds, 0.1, 300),
        ];
        return failures.Length == 0 ? options : throw new OptionsValidationException(Section, typeof(EventBridgeOptions), failures);
    }

    private static IEnumerable<string> Check(string key, double value, double lowest, double highest)
    {
        if (!(value >= lowest && value <= highest))
        {
            yield return FormattableString.Invariant($"{Section}:{key} = {value}: must be a number from {lowest} to {highest}.");
        }
    }
}
