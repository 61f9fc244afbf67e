using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Dashboard.Components.Pages.Resources;
using Dashboard.Resources;

namespace Dashboard.Tests.Components;

public sealed partial class ResourceViewTests
{
    [Theory]
    [InlineData("Running", null, ResourceHealth.Healthy, "Running", "good")]
    [InlineData("Running", null, ResourceHealth.Unhealthy, "Running", "warning")]
    [InlineData("Running", null, null, "Running", "good")]
    [InlineData("Exited", "0", null, "Exited", "")]
    [InlineData("Exited", "137", null, "Exited (137)", "error")]
    [InlineData("FailedToStart", null, null, "Failed to start", "error")]
    [InlineData("Waiting", null, null, "Waiting", "")]
    [InlineData(null, null, null, "Unknown", "")]
    public void StateText_Resource_IsAWordAndAColour(string? state, string? exitCode, ResourceHealth? health, string word, string kind)
    {
        var resource = Resource("a") with
        {
            State = state,
            Health = health,
            Properties = exitCode is null ? [] : [new(ResourcePropertyNames.ExitCode, null, exitCode, false)],
        };

        StateText.Word(resource).ShouldBe(word);
        StateText.Kind(resource).ShouldBe(kind);
    }

    [Fact]
    public void Filter_TextAndType_BothCount()
    {
        ResourceSnapshot[] all = [Resource("slow-api"), Resource("slow-key") with { Type = "Parameter" }, Resource("worker"), Resource("slow-old") with { IsHidden = true }];

        new ResourceFilter("SLOW", "Project", ShowsHidden: false).Apply(all).Select(resource => resource.Name).ShouldBe(["slow-api"]);
        new ResourceFilter("slow", "", ShowsHidden: true).Apply(all).Count.ShouldBe(3);
    }

    [Fact]
    public void Names_Replicas_AreToldApart()
    {
        ResourceSnapshot[] all = [Resource("a-1") with { DisplayName = "a" }, Resource("a-2") with { DisplayName = "a" }, Resource("b-1") with { DisplayName = "b" }];

        all.Select(resource => ResourceNames.Of(resource, all)).ShouldBe(["a-1", "a-2", "b"]);
    }

    /// <summary>A line that would run behind a box could be taken for one of that box.</summary>
    [Fact]
    public void GraphRoutes_LinesOverSeveralColumns_RunBehindNoBox()
    {
        var layout = GraphLayout.Of([Resource("a", "b", "c", "d"), Resource("b", "c", "b2"), Resource("b2", "c"), Resource("c", "d"), Resource("d", "a", "b")]);
        var routes = new GraphRoutes(layout);

        foreach (var edge in layout.Edges)
        {
            var corners = Coordinates().Matches(routes.Path(edge)).Select(match => (X: Number(match, 1), Y: Number(match, 2))).ToArray();
            corners.ShouldAllBe(corner => corner.X >= 0 && corner.X <= routes.Width && corner.Y >= 0 && corner.Y <= routes.Height);
            if (!routes.Path(edge).Contains('Q', StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var (from, to) in corners.Zip(corners.Skip(1)))
            {
                layout.Nodes.ShouldAllBe(node =>
                    Math.Max(from.X, to.X) <= GraphRoutes.X(node) || Math.Min(from.X, to.X) >= GraphRoutes.X(node) + GraphRoutes.BoxWidth
                    || Math.Max(from.Y, to.Y) <= routes.Y(node) || Math.Min(from.Y, to.Y) >= routes.Y(node) + GraphRoutes.BoxHeight);
            }
        }
    }

    [Fact]
    public void GraphLayout_References_GoFromLeftToRight()
    {
        var layout = GraphLayout.Of([Resource("load", "api"), Resource("api", "bus"), Resource("bus"), Resource("worker", "bus", "slow"), Resource("slow")]);

        var columns = layout.Nodes.ToDictionary(node => node.Name, node => node.Layer);
        columns["load"].ShouldBe(0);
        columns["api"].ShouldBe(1);
        columns["bus"].ShouldBe(2);
        columns["slow"].ShouldBe(1);
        layout.Edges.Count.ShouldBe(4);
    }

    [Fact]
    public void GraphLayout_AnyReferences_GiveEveryResourceAPlaceOfItsOwn()
    {
        Gen.Int[0, 9].Array[0, 6].Array[1, 10].Sample(references =>
        {
            ResourceSnapshot[] all = [.. references.Select((targets, index) => Resource($"r{index}", [.. targets.Select(target => $"r{target}")]))];

            var layout = GraphLayout.Of(all);

            layout.Nodes.Count.ShouldBe(all.Length);
            layout.Nodes.Select(node => (node.Layer, node.Row)).Distinct().Count().ShouldBe(all.Length);
            layout.Nodes.ShouldAllBe(node => node.Layer < all.Length && node.Row < all.Length);
        });
    }

    private static ResourceSnapshot Resource(string name, params string[] references) => new()
    {
        Name = name,
        DisplayName = name,
        Type = "Project",
        State = "Running",
        Relations = [.. references.Select(other => new ResourceRelation(other, "Reference"))],
    };

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("(-?[0-9]+) (-?[0-9]+)")]
    private static partial Regex Coordinates();
}
