namespace Dashboard.Components.Pages.Resources;

/// <summary>What one resource has to do with another.</summary>
/// <param name="From">The one that refers or waits.</param>
/// <param name="To">The one that is referred to.</param>
/// <param name="Types">Reference, WaitFor, …</param>
internal sealed record GraphEdge(string From, string To, IReadOnlyList<string> Types)
{
    /// <summary>It only waits: drawn dashed.</summary>
    public bool IsOnlyOrder => Types.All(static type => type.StartsWith("Wait", StringComparison.OrdinalIgnoreCase));
}
