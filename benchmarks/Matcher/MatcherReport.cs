using System.Globalization;

namespace Benchmarks.Matcher;

/// <summary>The figures as lines of text.</summary>
internal static class MatcherReport
{
    public static void Write(TextWriter output, BuildMeasurement build, MatchMeasurement match)
    {
        Line(output, "rules", $"{build.Rules:N0}, {match.MatchesAnEvent:0.00} of them matched by an event");
        Line(output, "events", $"{match.Events:N0}, one thread, JSON text in, rules out");
        Line(output, "events a CPU-second", Range(match.PerCpuSecond));
        Line(output, "events a second, wall", Range(match.PerSecond));
        Line(output, "allocated an event", $"{match.BytesAnEvent:0.0} bytes");
        Line(output, "build", $"{build.Compile.TotalMilliseconds:0.0} ms, after {build.Parse.TotalMilliseconds:0.0} ms to parse the patterns");
        Line(output, "memory", $"{build.Bytes / 1024.0:N0} KiB, {(double)build.Bytes / Math.Max(1, build.Rules):N0} bytes a rule");
    }

    private static string Range(Sample sample) => string.Create(
        CultureInfo.InvariantCulture, $"{sample.Median:N0} [{sample.Least:N0}–{sample.Most:N0}]");

    private static void Line(TextWriter output, string name, FormattableString value) => Line(output, name, value.ToString(CultureInfo.InvariantCulture));

    private static void Line(TextWriter output, string name, string value) => output.WriteLine($"{name,-24}{value}");
}
