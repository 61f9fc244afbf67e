using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Scenarios.Settings;

/// <summary>The section <c>SlowApi:Latency</c>: a uniform distribution, simulated seconds.</summary>
public sealed record LatencySettings : ICheckedSettings
{
    /// <summary>The shortest, s. Default 0.</summary>
    [Range(0.0, 3600.0)]
    public double MinimumSeconds { get; init; }

    /// <summary>The longest, s. Default 2.</summary>
    [Range(0.0, 3600.0)]
    public double MaximumSeconds { get; init; } = 2;

    /// <summary>Whole seconds only, both ends included, as the talk's code draws them. Default false.</summary>
    public bool WholeSeconds { get; init; }

    /// <summary>Draws a latency with a uniform number <paramref name="u"/> from 0 (included) to 1 (excluded).</summary>
    public TimeSpan Draw(double u) => TimeSpan.FromSeconds(
        WholeSeconds
            ? Math.Floor(MinimumSeconds + (u * (MaximumSeconds - MinimumSeconds + 1)))
            : MinimumSeconds + (u * (MaximumSeconds - MinimumSeconds)));

    /// <inheritdoc />
    public IEnumerable<SettingProblem> Problems()
    {
        if (MinimumSeconds > MaximumSeconds)
        {
            yield return new(nameof(MinimumSeconds), MinimumSeconds, string.Create(CultureInfo.InvariantCulture, $"at most MaximumSeconds, {MaximumSeconds}"));
        }

        if (WholeSeconds && !double.IsInteger(MinimumSeconds))
        {
            yield return new(nameof(MinimumSeconds), MinimumSeconds, "whole when WholeSeconds is true");
        }

        if (WholeSeconds && !double.IsInteger(MaximumSeconds))
        {
            yield return new(nameof(MaximumSeconds), MaximumSeconds, "whole when WholeSeconds is true");
        }
    }
}
