using System.Globalization;

namespace Dashboard.Components.Formats;

/// <summary>Numbers of things.</summary>
internal static class Counted
{
    /// <summary>How many, and what: <c>1 span</c>, <c>12,000 spans</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">What one of them is called; more of them with an s at the end.</param>
    public static string Of(long number, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:#,0} {Word(number, one)}");

    /// <summary>The word alone.</summary>
    public static string Word(long number, string one) => number == 1 ? one : one + "s";
}
