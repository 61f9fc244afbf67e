using Dashboard.Components.Formats;

namespace Dashboard.Views;

/// <summary>What pages say of spans.</summary>
internal static class SpanWords
{
    /// <summary>A real duration, and beside it the simulated one where the clock runs at another speed.</summary>
    public static string Duration(TimeSpan real, double speed) =>
        speed == 1 ? TimeText.Duration(real) : $"{TimeText.Duration(real)} real, {TimeText.Duration(real * speed)} simulated";

    /// <summary>The same where there is little room: the simulated one in parentheses.</summary>
    public static string Short(TimeSpan real, double speed) =>
        speed == 1 ? TimeText.Duration(real) : $"{TimeText.Duration(real)} ({TimeText.Duration(real * speed)})";
}
