using System.Text;
using System.Text.Json;
using LocalAws.EventBridge.Patterns;
using LocalAws.EventBridge.Topology;

namespace LocalAws.Pages;

/// <summary>Buses and their rules, and a place to try a pattern out.</summary>
internal sealed class EventPages(TopologyStore topologies)
{
    private const string SampleEvent = """
        {
          "id": "1", "source": "shop", "detail-type": "order", "account": "000000000000",
          "time": "2026-01-01T00:00:00Z", "region": "us-east-1", "resources": [],
          "detail": { "amount": 12 }
        }
        """;

    private const string SamplePattern = """
        { "source": ["shop"], "detail": { "amount": [{ "numeric": [">", 10] }] } }
        """;

    public Html Show()
    {
        var buses = topologies.All
            .OrderBy(static topology => topology.Scope.Region, StringComparer.Ordinal)
            .SelectMany(static topology => topology.Buses.Values.Select(bus => (topology.Scope.Region, Bus: bus)))
            .ToList();
        return Layout.Page("events", "Events", Html.Of($"""
            {(buses.Count == 0 ? Html.Of($"""<p class="empty">There is nothing but the default bus of each Region.</p>""") : Html.Empty)}
            {Html.Each(buses, static each => Bus(each.Region, each.Bus))}
            {Tester(SamplePattern, SampleEvent, Html.Empty)}
            """));
    }

    /// <summary>Tries a pattern out on an event.</summary>
    public static Html Test(string pattern, string text) => Layout.Page("events", "Try a pattern", Tester(pattern, text, Answer(pattern, text)));

    /// <summary>The pattern of a rule, ready to be tried out; null: there is no such rule, or it has no pattern.</summary>
    public Html? Try(string region, string bus, string rule) => topologies.All
        .Where(topology => topology.Scope.Region == region)
        .Select(topology => topology.Buses.GetValueOrDefault(bus)?.Rules.GetValueOrDefault(rule)?.Pattern)
        .FirstOrDefault(static pattern => pattern is not null) is { } found
            ? Layout.Page("events", $"Try the pattern of {rule}", Tester(Pretty(found), SampleEvent, Html.Empty))
            : null;

    private static Html Bus(string region, EventBus bus) => Html.Of($"""
        <h2>{bus.Name} <span class="quiet">{region}</span></h2>
        {Layout.Table(["Rule", "Matches or fires", "Targets", "State"], bus.Rules.Values.ToList(), rule => Row(region, rule), "The bus has no rules.")}
        """);

    private static Html Row(string region, Rule rule) => Html.Of($"""
        <tr><td class="name">{rule.Name}</td>
        <td>{(rule.Pattern is null ? Html.Empty : Html.Of($"""
            <details><summary>pattern</summary><pre>{Pretty(rule.Pattern)}</pre></details>
            <a href="{Layout.Root}events/try?region={Uri.EscapeDataString(region)}&amp;bus={Uri.EscapeDataString(rule.Bus)}&amp;rule={Uri.EscapeDataString(rule.Name)}">try it</a>
            """))} {rule.ScheduleExpression}</td>
        <td class="name">{Html.Each(rule.Targets, static target => Html.Of($"<div><code>{target.Arn}</code></div>"))}</td>
        <td>{(rule.Enabled ? Html.Of($"""<span class="good">enabled</span>""") : Html.Of($"""<span class="quiet">disabled</span>"""))}</td></tr>
        """);

    private static Html Tester(string pattern, string text, Html answer) => Html.Of($"""
        <h2>Does an event match?</h2>
        {answer}
        <form method="post" action="{Layout.Root}events/try">
        <div class="pair">
        <label>Pattern<textarea name="pattern" rows="12" spellcheck="false">
        {pattern}</textarea></label>
        <label>Event<textarea name="event" rows="12" spellcheck="false">
        {text}</textarea></label>
        </div>
        <button>Test</button>
        </form>
        """);

    private static Html Answer(string pattern, string text)
    {
        try
        {
            return CompiledPattern.Compile(PatternParser.Parse(pattern)).Matches(Encoding.UTF8.GetBytes(text))
                ? Html.Of($"""<p class="said good" role="status">The event matches.</p>""")
                : Html.Of($"""<p class="said bad" role="status">The event does not match.</p>""");
        }
        catch (InvalidPatternException invalid)
        {
            return Html.Of($"""<p class="said bad" role="status">The pattern is not valid. {invalid.Message}</p>""");
        }
        catch (InvalidEventException)
        {
            return Html.Of($"""<p class="said bad" role="status">{InvalidEventException.Text}</p>""");
        }
    }

    private static string Pretty(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var target = new System.Buffers.ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(
                target, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                document.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(target.WrittenSpan);
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
