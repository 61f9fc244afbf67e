using System.Globalization;

namespace Dashboard.Components.Pages.Resources;

/// <summary>
/// Where boxes and lines of a graph run, in pixels. A line never runs behind a box: to the next column it goes straight, and
/// farther along a lane of its own above or below all boxes, with its turns in the gaps between the columns.
/// </summary>
internal sealed class GraphRoutes
{
    /// <summary>A box.</summary>
    public const int BoxWidth = 192;

    /// <inheritdoc cref="BoxWidth"/>
    public const int BoxHeight = 60;

    private const int ColumnWidth = 236;
    private const int RowHeight = 88;
    private const int Margin = 20;
    private const int Lane = 12;

    /// <summary>Between lines that begin or end at one side of a box.</summary>
    private const int Step = 9;

    private const int Corner = 7;

    private readonly GraphLayout _layout;
    private readonly Dictionary<string, GraphNode> _nodes;
    private readonly Dictionary<GraphEdge, int> _lanes = [];
    private readonly int _top;
    private readonly int _bottom;

    /// <summary>Routes a layout's edges.</summary>
    public GraphRoutes(GraphLayout layout)
    {
        _layout = layout;
        _nodes = layout.Nodes.ToDictionary(static node => node.Name);
        // What goes forwards runs above, what goes back below.
        foreach (var edge in layout.Edges.Where(IsLong))
        {
            _lanes[edge] = Columns(edge) > 0 ? _top++ : _bottom++;
        }
    }

    /// <summary>The drawing's size.</summary>
    public int Width => (2 * Margin) + (Math.Max(0, _layout.Layers - 1) * ColumnWidth) + BoxWidth;

    /// <inheritdoc cref="Width"/>
    public int Height => Bottom + (_bottom * Lane) + Margin;

    private int Top => Margin + (_top * Lane);

    private int Bottom => Top + (Math.Max(0, _layout.Rows - 1) * RowHeight) + BoxHeight;

    /// <summary>A box's left side.</summary>
    public static int X(GraphNode node) => Margin + (node.Layer * ColumnWidth);

    /// <summary>A box's upper side.</summary>
    public int Y(GraphNode node) =>
        Top + (node.Row * RowHeight) + ((_layout.Rows - _layout.Nodes.Count(other => other.Layer == node.Layer)) * RowHeight / 2);

    /// <summary>A line, as SVG's path data.</summary>
    public string Path(GraphEdge edge)
    {
        var (from, to) = (_nodes[edge.From], _nodes[edge.To]);
        var (y1, y2) = (Port(edge, from), Port(edge, to));
        switch (Columns(edge))
        {
            case 0:
                var side = X(from) + BoxWidth;
                return $"M{side} {y1}C{side + 40} {y1} {side + 40} {y2} {side + 2} {y2}";
            case 1:
                return Bend(X(from) + BoxWidth, y1, X(to) - 2, y2);
            case -1:
                return Bend(X(from), y1, X(to) + BoxWidth + 2, y2);
            case > 1:
                var above = Top - (Lane / 2) - (_lanes[edge] * Lane);
                return Turns((X(from) + BoxWidth, y1), (Gap(from.Layer, edge), y1), (Gap(from.Layer, edge), above), (Gap(to.Layer - 1, edge), above), (Gap(to.Layer - 1, edge), y2), (X(to) - 2, y2));
            default:
                var below = Bottom + (Lane / 2) + (_lanes[edge] * Lane);
                return Turns((X(from), y1), (Gap(from.Layer - 1, edge), y1), (Gap(from.Layer - 1, edge), below), (Gap(to.Layer, edge), below), (Gap(to.Layer, edge), y2), (X(to) + BoxWidth + 2, y2));
        }
    }

    private static string Bend(int x1, int y1, int x2, int y2) => $"M{x1} {y1}C{(x1 + x2) / 2} {y1} {(x1 + x2) / 2} {y2} {x2} {y2}";

    /// <summary>Lines at right angles, with round corners.</summary>
    private static string Turns(params ReadOnlySpan<(int X, int Y)> points)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"M{points[0].X} {points[0].Y}");
        for (var i = 1; i < points.Length - 1; i++)
        {
            var (before, at, after) = (points[i - 1], points[i], points[i + 1]);
            var (into, outOf) = (Short(at, before), Short(at, after));
            path += string.Create(CultureInfo.InvariantCulture, $"L{into.X} {into.Y}Q{at.X} {at.Y} {outOf.X} {outOf.Y}");
        }

        return path + string.Create(CultureInfo.InvariantCulture, $"L{points[^1].X} {points[^1].Y}");
    }

    /// <summary>A corner's width before a point, on the way to it from another.</summary>
    private static (int X, int Y) Short((int X, int Y) at, (int X, int Y) other)
    {
        var (x, y) = (other.X - at.X, other.Y - at.Y);
        var length = Math.Min(Corner, (Math.Abs(x) + Math.Abs(y)) / 2);
        return (at.X + (Math.Sign(x) * length), at.Y + (Math.Sign(y) * length));
    }

    private bool IsLong(GraphEdge edge) => Math.Abs(Columns(edge)) > 1;

    /// <summary>How many columns a line goes to the right.</summary>
    private int Columns(GraphEdge edge) => _nodes[edge.To].Layer - _nodes[edge.From].Layer;

    /// <summary>Where a line turns in the gap after a column: each in a place of its own.</summary>
    private int Gap(int layer, GraphEdge edge)
    {
        var lanes = Columns(edge) > 0 ? _top : _bottom;
        var room = ColumnWidth - BoxWidth - 16;
        return Margin + (layer * ColumnWidth) + BoxWidth + 8 + ((_lanes[edge] + 1) * room / (lanes + 1));
    }

    /// <summary>The height at which a line begins or ends: those of one side of a box stand one below the other, the far ones outside.</summary>
    private int Port(GraphEdge edge, GraphNode node)
    {
        var isRight = IsAtRight(edge, node);
        GraphEdge[] there = [.. _layout.Edges
            .Where(other => (other.From == node.Name || other.To == node.Name) && IsAtRight(other, node) == isRight)
            .OrderBy(other => ComesFrom(other, node))];
        return Y(node) + (BoxHeight / 2) + (int)((Array.IndexOf(there, edge) - ((there.Length - 1) / 2.0)) * Math.Min(Step, (BoxHeight - 12) / Math.Max(1, there.Length - 1)));
    }

    private bool IsAtRight(GraphEdge edge, GraphNode node) => Columns(edge) switch
    {
        0 => true,
        > 0 => edge.From == node.Name,
        _ => edge.To == node.Name,
    };

    /// <summary>From how far up a line comes to a box.</summary>
    private int ComesFrom(GraphEdge edge, GraphNode node)
    {
        if (IsLong(edge))
        {
            return Columns(edge) > 0 ? -1_000 - _lanes[edge] : 100_000 + _lanes[edge];
        }

        return Y(_nodes[edge.From == node.Name ? edge.To : edge.From]);
    }
}
