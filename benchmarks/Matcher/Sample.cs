namespace Benchmarks.Matcher;

/// <summary>Several measurements of one thing.</summary>
internal sealed record Sample(double Least, double Median, double Most)
{
    public static Sample Of(int repetitions, Func<double> measure)
    {
        double[] values = [.. Enumerable.Range(0, repetitions).Select(_ => measure()).Order()];
        return new Sample(values[0], values[values.Length / 2], values[^1]);
    }
}
