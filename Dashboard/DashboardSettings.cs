namespace Dashboard;

/// <summary>The configuration's root, as far as it is this room's own.</summary>
internal sealed record DashboardSettings
{
    /// <summary>The section <c>Dashboard</c>.</summary>
    public DashboardOptions Dashboard { get; init; } = new();
}
