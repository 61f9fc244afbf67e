namespace Dashboard.Runs;

/// <summary>Which start of the whole system this process belongs to: a run is taken up again only by its own.</summary>
/// <param name="Id">Where the system's simulated clock begins, which no two starts share; empty: not known, and nothing is taken up.</param>
internal sealed record Launch(string Id);
