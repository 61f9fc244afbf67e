using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Traces;
using Dashboard.Views.Filters;

namespace Dashboard.Views.Logs;

/// <summary>What the page of logs shows: all of it stands in its address.</summary>
internal sealed record LogsView
{
    /// <summary>The service.</summary>
    public const string Resource = "resource";

    /// <summary>The least level.</summary>
    public const string Level = "level";

    /// <summary>The message template.</summary>
    public const string Template = "template";

    /// <summary>The trace.</summary>
    public const string Trace = "trace";

    /// <summary>The span.</summary>
    public const string Span = "span";

    /// <summary>The order.</summary>
    public const string Correlation = "correlation";

    /// <summary>What can be asked of.</summary>
    public static IReadOnlySet<string> Keys { get; } =
        new HashSet<string>(StringComparer.Ordinal) { Resource, Level, Template, Trace, Span, Correlation };

    /// <summary>The conditions.</summary>
    public FilterQuery Query { get; init; } = FilterQuery.Empty;

    /// <summary>When the records were written.</summary>
    public TimeRange Range { get; init; } = TimeRange.All;

    /// <summary>Whether message templates are counted instead of records listed.</summary>
    public bool ShowsTemplates { get; init; }

    /// <summary>The record whose details are shown.</summary>
    public long? Selected { get; init; }

    /// <summary>Reads the parts of an address.</summary>
    /// <exception cref="FilterException">One of them cannot be read.</exception>
    public static LogsView Read(string? query, string? last, string? from, string? to, string? show, long? record)
    {
        var view = new LogsView
        {
            Query = FilterQuery.Parse(query, Keys),
            Range = TimeRange.Read(last, from, to),
            ShowsTemplates = show switch
            {
                null or "" => false,
                "templates" => true,
                _ => throw new FilterException($"show={show}: templates, or nothing."),
            },
            Selected = record,
        };
        view.ToFilter(default);
        return view;
    }

    /// <summary>As parts of an address.</summary>
    public (string Name, object? Value)[] Write() =>
        [("q", Query.ToString()), .. Range.Write(), ("show", ShowsTemplates ? "templates" : null), ("record", Selected)];

    /// <summary>As a question to the store.</summary>
    /// <exception cref="FilterException">A condition makes no sense.</exception>
    public LogFilter ToFilter(DateTimeOffset now)
    {
        var (from, to) = Range.At(now);
        var (text, order) = Query.TextAndOrder(Correlation);
        var trace = Query.Trace(Trace);
        if (trace is null && TraceId.TryParse(text, out var alone))
        {
            (text, trace) = (null, alone);
        }

        return new()
        {
            Resource = Query.Value(Resource),
            MinimumSeverity = Query.Value(Level) is { } level ? SeverityLevel.Parse(level).From : null,
            Text = text,
            Template = Query.Value(Template),
            Attribute = Query.Attribute(),
            TraceId = trace,
            SpanId = Query.Span(Span),
            CorrelationId = order,
            From = from,
            To = to,
        };
    }
}
