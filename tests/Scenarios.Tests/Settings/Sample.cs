using System.ComponentModel.DataAnnotations;
using Scenarios.Settings;

namespace Scenarios.Tests.Settings;

/// <summary>One setting of every kind.</summary>
internal sealed record Sample
{
    public bool Flag { get; init; }

    public Colour Colour { get; init; }

    [Range(1, 10)]
    public int Count { get; init; } = 5;

    public int Free { get; init; }

    [Range(0.5, 2.5)]
    public double Share { get; init; } = 1;

    public double? Maybe { get; init; }

    [RegularExpression("[a-z]{1,3}", ErrorMessage = "1 to 3 small letters")]
    public string Word { get; init; } = "abc";

    public string Text { get; init; } = "";

    public SampleGroup Group { get; init; } = new();
}

/// <summary>A group whose settings must agree.</summary>
internal sealed record SampleGroup : ICheckedSettings
{
    public int Low { get; init; }

    public int High { get; init; } = 10;

    public IEnumerable<SettingProblem> Problems()
    {
        if (Low > High)
        {
            yield return new(nameof(Low), Low, $"at most High, {High}");
        }
    }
}

/// <summary>A few names.</summary>
internal enum Colour
{
    Red,
    Green,
}
