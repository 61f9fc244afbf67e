namespace Dashboard.Components.Pages.Resources;

/// <summary>A resource in the graph: replicas are one.</summary>
/// <param name="Name">Its display name.</param>
/// <param name="Layer">Its column, from 0: nothing in a column refers to one on its left.</param>
/// <param name="Row">Its place in the column, from 0.</param>
internal sealed record GraphNode(string Name, int Layer, int Row);
