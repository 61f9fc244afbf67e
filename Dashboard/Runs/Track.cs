namespace Dashboard.Runs;

/// <summary>One series over a run.</summary>
/// <param name="Points">Its samples, ascending in time.</param>
/// <param name="Patience">How long a sample holds when no other follows, simulated seconds.</param>
/// <param name="IsAlive">Whether its process is still exporting.</param>
internal sealed record Track(IReadOnlyList<TrackPoint> Points, double Patience, bool IsAlive)
{
    /// <summary>When it last became another value; 0 if it never did within the run.</summary>
    public double LastChange
    {
        get
        {
            for (var i = Points.Count - 1; i > 0; i--)
            {
                if (Points[i].Value != Points[i - 1].Value)
                {
                    return Math.Max(0, Points[i].Seconds);
                }
            }

            return 0;
        }
    }

    /// <summary>Index of the last point at or before a time; −1 if there is none.</summary>
    public int IndexAt(double seconds)
    {
        var (low, high) = (0, Points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Points[middle].Seconds <= seconds ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
