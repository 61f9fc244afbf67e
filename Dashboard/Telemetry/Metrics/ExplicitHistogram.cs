namespace Dashboard.Telemetry.Metrics;

/// <summary>A histogram with bounds of its maker's choice: (−∞, b₀], (b₀, b₁], …, (bₙ, ∞).</summary>
internal sealed record ExplicitHistogram : Histogram
{
    /// <summary>The bounds, ascending.</summary>
    public required IReadOnlyList<double> Bounds { get; init; }

    /// <summary>One more count than bounds.</summary>
    public required IReadOnlyList<double> Counts { get; init; }

    /// <inheritdoc />
    protected override IEnumerable<Bucket> Layout
    {
        get
        {
            for (var i = 0; i < Counts.Count; i++)
            {
                yield return new(
                    i == 0 ? double.NegativeInfinity : Bounds[i - 1],
                    i == Bounds.Count ? double.PositiveInfinity : Bounds[i],
                    Counts[i]);
            }
        }
    }

    /// <inheritdoc />
    public override Histogram? Plus(Histogram other) =>
        other is ExplicitHistogram peer && Fits(peer)
            ? this with
            {
                Count = Count + peer.Count,
                Sum = Sum + peer.Sum,
                Min = Lesser(Min, peer.Min),
                Max = Greater(Max, peer.Max),
                Counts = [.. Counts.Zip(peer.Counts, (a, b) => a + b)],
            }
            : null;

    /// <inheritdoc />
    protected override Histogram? Difference(Histogram earlier) =>
        earlier is ExplicitHistogram peer && Fits(peer)
            ? this with { Counts = [.. Counts.Zip(peer.Counts, (a, b) => Math.Max(0, a - b))] }
            : null;

    private bool Fits(ExplicitHistogram other) => Bounds.SequenceEqual(other.Bounds) && Counts.Count == other.Counts.Count;
}
