using Dashboard.Resources;

namespace Dashboard.Components.Pages.Resources;

/// <summary>
/// Lays resources out in columns, from those that refer to those that are referred to; a reference that would close a
/// circle is drawn backwards. Within a column each stands near the middle of what refers to it, so that few lines cross.
/// </summary>
internal sealed class GraphLayout
{
    private GraphLayout(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges) => (Nodes, Edges) = (nodes, edges);

    /// <summary>The resources.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>What they have to do with each other.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>How many columns there are.</summary>
    public int Layers => Nodes.Count == 0 ? 0 : Nodes.Max(static node => node.Layer) + 1;

    /// <summary>How long the longest column is.</summary>
    public int Rows => Nodes.Count == 0 ? 0 : Nodes.Max(static node => node.Row) + 1;

    /// <summary>Lays out.</summary>
    public static GraphLayout Of(IReadOnlyList<ResourceSnapshot> resources)
    {
        string[] names = [.. resources.Select(static resource => resource.DisplayName).Distinct().Order(StringComparer.Ordinal)];
        var known = names.ToHashSet();
        GraphEdge[] edges = [.. resources
            .SelectMany(static resource => resource.Relations.Select(relation => (From: resource.DisplayName, To: relation.ResourceName, relation.Type)))
            .Where(relation => relation.From != relation.To && known.Contains(relation.To))
            .GroupBy(static relation => (relation.From, relation.To))
            .Select(static group => new GraphEdge(group.Key.From, group.Key.To, [.. group.Select(static relation => relation.Type).Distinct()]))
            .OrderBy(static edge => edge.From, StringComparer.Ordinal).ThenBy(static edge => edge.To, StringComparer.Ordinal)];

        var layers = LayersOf(names, Forward(names, edges));
        return new(Place(names, layers, edges), edges);
    }

    /// <summary>The edges without those that close a circle, found by walking in the names' order.</summary>
    private static List<GraphEdge> Forward(string[] names, GraphEdge[] edges)
    {
        var outgoing = edges.ToLookup(static edge => edge.From);
        Dictionary<string, bool> isDone = [];
        List<GraphEdge> forward = [];

        void Walk(string name)
        {
            isDone[name] = false;
            foreach (var edge in outgoing[name])
            {
                var wasMet = isDone.TryGetValue(edge.To, out var wasDone);
                if (wasMet && !wasDone)
                {
                    continue;
                }

                forward.Add(edge);
                if (!wasMet)
                {
                    Walk(edge.To);
                }
            }

            isDone[name] = true;
        }

        foreach (var name in names.Where(name => !isDone.ContainsKey(name)))
        {
            Walk(name);
        }

        return forward;
    }

    /// <summary>The length of the longest way to each.</summary>
    private static Dictionary<string, int> LayersOf(string[] names, List<GraphEdge> forward)
    {
        var layers = names.ToDictionary(static name => name, static _ => 0);
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            foreach (var edge in forward.Where(edge => layers[edge.To] <= layers[edge.From]))
            {
                layers[edge.To] = layers[edge.From] + 1;
                hasChanged = true;
            }
        }

        return layers;
    }

    private static List<GraphNode> Place(string[] names, Dictionary<string, int> layers, GraphEdge[] edges)
    {
        var incoming = edges.ToLookup(static edge => edge.To, static edge => edge.From);
        Dictionary<string, int> rows = [];
        List<GraphNode> nodes = [];
        foreach (var column in names.GroupBy(name => layers[name]).OrderBy(static column => column.Key))
        {
            var ordered = column.OrderBy(name => incoming[name].Where(rows.ContainsKey).Select(from => (double)rows[from]).DefaultIfEmpty(rows.Count).Average());
            foreach (var (row, name) in ordered.Index().ToArray())
            {
                rows[name] = row;
                nodes.Add(new(name, column.Key, row));
            }
        }

        return nodes;
    }
}
