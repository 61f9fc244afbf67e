using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Otlp;

/// <summary>OTLP's spans.</summary>
internal sealed class SpanReader(ResourceReader resources, AttributeReader attributes, StringPool pool)
{
    /// <summary>How many spans a request has.</summary>
    public static int Count(Wire.ExportTraceServiceRequest request)
    {
        var count = 0;
        foreach (var resource in request.ResourceSpans)
        {
            foreach (var scope in resource.ScopeSpans)
            {
                count += scope.Spans.Count;
            }
        }

        return count;
    }

    /// <summary>Reads all spans but those without a proper id.</summary>
    public IReadOnlyList<SpanRecord> Read(Wire.ExportTraceServiceRequest request, int count)
    {
        List<SpanRecord> spans = new(count);
        foreach (var resourceSpans in request.ResourceSpans)
        {
            var resource = resources.Read(resourceSpans.Resource);
            foreach (var scopeSpans in resourceSpans.ScopeSpans)
            {
                var scope = pool.Pool(scopeSpans.Scope?.Name ?? "");
                foreach (var span in scopeSpans.Spans)
                {
                    if (!TraceId.Read(span.TraceId.Span).IsEmpty && !SpanId.Read(span.SpanId.Span).IsEmpty)
                    {
                        spans.Add(Read(span, resource, scope));
                    }
                }
            }
        }

        return spans;
    }

    private SpanRecord Read(Wire.Span span, Resource resource, string scope)
    {
        var start = UnixNanos.ToTime(span.StartTimeUnixNano);
        var end = UnixNanos.ToTime(span.EndTimeUnixNano);
        return new()
        {
            TraceId = TraceId.Read(span.TraceId.Span),
            SpanId = SpanId.Read(span.SpanId.Span),
            ParentSpanId = SpanId.Read(span.ParentSpanId.Span),
            Name = pool.Pool(span.Name),
            Kind = (uint)span.Kind <= (uint)SpanKind.Consumer ? (SpanKind)span.Kind : SpanKind.Unspecified,
            Status = span.Status?.Code switch
            {
                Wire.Status.Types.StatusCode.Ok => SpanStatus.Ok,
                Wire.Status.Types.StatusCode.Error => SpanStatus.Error,
                _ => SpanStatus.Unset,
            },
            StatusMessage = span.Status is { Message.Length: > 0 } status ? pool.Pool(status.Message) : null,
            Start = start,
            Duration = end > start ? end - start : TimeSpan.Zero,
            Resource = resource,
            Scope = scope,
            Tags = attributes.Read(span.Attributes),
            Events = span.Events.Count == 0 ? [] : [.. span.Events.Select(Read)],
            Links = span.Links.Count == 0 ? [] : [.. span.Links.Select(Read)],
        };
    }

    private SpanEvent Read(Wire.Span.Types.Event item) =>
        new(UnixNanos.ToTime(item.TimeUnixNano), pool.Pool(item.Name), attributes.Read(item.Attributes));

    private SpanLink Read(Wire.Span.Types.Link link) =>
        new(TraceId.Read(link.TraceId.Span), SpanId.Read(link.SpanId.Span), attributes.Read(link.Attributes));
}
