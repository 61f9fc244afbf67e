using Dashboard.Views.Filters;

namespace Dashboard.Views.Logs;

/// <summary>A level by its name and OpenTelemetry's numbers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Short">Its name where there is little room.</param>
/// <param name="From">Its least number; the next level begins where it ends.</param>
/// <param name="Mood">The css class of its badge.</param>
internal sealed record SeverityLevel(string Name, string Short, int From, string Mood)
{
    private static readonly SeverityLevel Unset = new("unset", "–", 0, "");

    /// <summary>All, the least first.</summary>
    public static IReadOnlyList<SeverityLevel> All { get; } =
    [
        new("trace", "trce", 1, ""),
        new("debug", "dbug", 5, ""),
        new("information", "info", 9, ""),
        new("warning", "warn", 13, "warning"),
        new("error", "fail", 17, "error"),
        new("critical", "crit", 21, "error"),
    ];

    /// <summary>The level of a number.</summary>
    public static SeverityLevel Of(int severity) => All.LastOrDefault(level => severity >= level.From) ?? Unset;

    /// <summary>Reads a name, in full or its beginning.</summary>
    /// <exception cref="FilterException">It is none.</exception>
    public static SeverityLevel Parse(string name) =>
        All.FirstOrDefault(level => name.Length > 0 && level.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new FilterException($"level:{name}: {string.Join(", ", All.Select(level => level.Name))}.");
}
