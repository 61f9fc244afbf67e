using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Api;

/// <summary>A span. Times are real but <see cref="SimulatedMilliseconds"/>.</summary>
internal sealed record SpanView
{
    /// <summary>Takes what is shown of a span.</summary>
    public SpanView(SpanRecord span)
    {
        SpanId = span.SpanId.ToString();
        ParentSpanId = span.ParentSpanId.IsEmpty ? null : span.ParentSpanId.ToString();
        Name = span.Name;
        Kind = span.Kind;
        Service = span.Resource.Key.Service;
        Instance = span.Resource.Key.Instance;
        Scope = span.Scope;
        StartedAt = span.Start;
        DurationMilliseconds = span.Duration.TotalMilliseconds;
        SimulatedMilliseconds = span.Resource.Clock.Simulate(span.Duration) * 1000;
        Status = span.Status;
        StatusMessage = span.StatusMessage;
        Attributes = Show(span.Tags);
        Events = [.. span.Events.Select(item => new SpanEventView(item.Name, item.Time, Show(item.Tags)))];
        Links = [.. span.Links.Select(link => new SpanLinkView(link.TraceId.ToString(), link.SpanId.ToString(), Show(link.Tags)))];
    }

    /// <summary>Its id, 16 hexadecimal digits.</summary>
    public string SpanId { get; }

    /// <summary>The span that caused it; null for a root.</summary>
    public string? ParentSpanId { get; }

    /// <summary>What it did.</summary>
    public string Name { get; }

    /// <summary>Its part in a call.</summary>
    public SpanKind Kind { get; }

    /// <summary>The service.</summary>
    public string Service { get; }

    /// <summary>The service's instance.</summary>
    public string Instance { get; }

    /// <summary>The library or component.</summary>
    public string Scope { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>How long it took.</summary>
    public double DurationMilliseconds { get; }

    /// <summary>The same on the simulated clock.</summary>
    public double SimulatedMilliseconds { get; }

    /// <summary>How it ended.</summary>
    public SpanStatus Status { get; }

    /// <summary>What is said about the end.</summary>
    public string? StatusMessage { get; }

    /// <summary>Its attributes.</summary>
    public IReadOnlyDictionary<string, object?> Attributes { get; }

    /// <summary>What happened during it.</summary>
    public IReadOnlyList<SpanEventView> Events { get; }

    /// <summary>Spans of other traces.</summary>
    public IReadOnlyList<SpanLinkView> Links { get; }

    /// <summary>JSON knows no infinities and not-a-numbers: they become text.</summary>
    private static Dictionary<string, object?> Show(IReadOnlyList<Tag> tags)
    {
        Dictionary<string, object?> shown = new(tags.Count, StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            shown[tag.Key] = tag.Value is double number && !double.IsFinite(number)
                ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : tag.Value;
        }

        return shown;
    }
}
