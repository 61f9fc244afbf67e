namespace Benchmarks.Sqs;

/// <summary>What a workload came to.</summary>
internal readonly record struct Measure(long Operations, TimeSpan Elapsed, TimeSpan Cpu)
{
    public double Rate => Operations / Elapsed.TotalSeconds;

    /// <summary>Server CPU an operation, microseconds.</summary>
    public double Microseconds => Cpu.TotalMicroseconds / Math.Max(1, Operations);
}
