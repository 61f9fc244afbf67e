using Dashboard.Telemetry.Queries;

namespace Dashboard.Views.Traces;

/// <summary>
/// The starts that a chart's axis reaches to. One sender's wrong clock would otherwise stretch it over a century, and all other traces would be
/// one bar: where the view leaves an end open, it is a week ago or a moment from now.
/// </summary>
/// <param name="Starts">Those within.</param>
/// <param name="LeftOut">Traces that are dated beyond, and are not drawn.</param>
internal sealed record DrawnStarts(IReadOnlyList<TraceStarts> Starts, long LeftOut)
{
    /// <summary>As long as telemetry is kept by default.</summary>
    private static readonly TimeSpan Past = TimeSpan.FromDays(7);

    /// <summary>How far a sender's clock may be ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Chooses them. When nothing is within two open ends, all of it is drawn: then there is nothing that it could hide.</summary>
    public static DrawnStarts Of(IReadOnlyList<TraceStarts> starts, DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset now)
    {
        TraceStarts[] within = [.. starts.Where(start => (from is not null || start.Second >= now - Past) && (to is not null || start.Second <= now + Ahead))];
        return within.Length == 0 && from is null && to is null
            ? new(starts, 0)
            : new(within, starts.Sum(start => start.Traces) - within.Sum(start => start.Traces));
    }
}
