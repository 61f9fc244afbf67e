using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Clock;

/// <summary>Registers the one <see cref="TimeProvider"/> of a service.</summary>
public static class ClockExtensions
{
    private const string SpeedKey = $"{Section}:{nameof(ClockOptions.Speed)}";
    private const string OriginKey = $"{Section}:{nameof(ClockOptions.Origin)}";
    private const string Section = "Clock";

    /// <summary>The slowest clock.</summary>
    private const double MinimumSpeed = 0.1;

    /// <summary>The fastest clock.</summary>
    private const double MaximumSpeed = 100;

    /// <summary>An origin further away than this is a mistake; at the highest speed simulated time would soon leave the calendar.</summary>
    private static readonly TimeSpan FurthestOrigin = TimeSpan.FromDays(3650);

    /// <summary>All keys of the section <c>Clock</c>.</summary>
    public static IReadOnlyList<string> Keys { get; } = [SpeedKey, OriginKey];

    /// <summary>Adds the system clock, or with <c>Clock:Speed</c> an accelerated one.</summary>
    /// <exception cref="OptionsValidationException">A setting of the clock is refused.</exception>
    public static TBuilder AddClock<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.TryAddSingleton(ReadClock(builder.Configuration));
        return builder;
    }

    /// <summary>The clock that the section <c>Clock</c> asks for.</summary>
    /// <exception cref="OptionsValidationException">A setting of the clock is refused.</exception>
    public static TimeProvider ReadClock(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        List<string> problems = [];
        var speed = ReadSpeed(configuration[SpeedKey], problems);
        var origin = ReadOrigin(configuration[OriginKey], problems);
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Section, typeof(ClockOptions), problems);
        }

        return (speed, origin) is (1, null) ? TimeProvider.System : new AcceleratedTimeProvider(speed, origin);
    }

    private static double ReadSpeed(string? value, List<string> problems)
    {
        if (string.IsNullOrEmpty(value))
        {
            return 1;
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var speed)
            || speed is not (>= MinimumSpeed and <= MaximumSpeed))
        {
            problems.Add(string.Create(
                CultureInfo.InvariantCulture, $"{SpeedKey} = \"{value}\": must be a number from {MinimumSpeed} to {MaximumSpeed}."));
        }

        return speed;
    }

    private static DateTimeOffset? ReadOrigin(string? value, List<string> problems)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        if (DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var origin)
            && (TimeProvider.System.GetUtcNow() - origin).Duration() <= FurthestOrigin)
        {
            return origin;
        }

        problems.Add($"{OriginKey} = \"{value}\": must be a date and time as 2026-01-31T12:00:00Z, at most ten years from now.");
        return null;
    }
}
