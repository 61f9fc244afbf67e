using Dashboard.Otlp.Wire;
using Google.Protobuf;

namespace Dashboard.Tests;

/// <summary>OTLP requests with spans.</summary>
internal static class SpanScript
{
    /// <summary>One request with so many spans, eight a trace and eight attributes each; no two requests of different <paramref name="number"/> share a trace.</summary>
    public static ExportTraceServiceRequest Request(int number, int spans)
    {
        const int SpansPerTrace = 8;
        ScopeSpans scope = new() { Scope = new() { Name = "test" } };
        for (var i = 0; i < spans; i++)
        {
            var span = Span(TraceId(number, i / SpansPerTrace), i + 1);
            for (var tag = 0; tag < 8; tag++)
            {
                span.Attributes.Add(Tag($"attribute.{tag}", $"value {i % 100}"));
            }

            scope.Spans.Add(span);
        }

        return Request(scope);
    }

    public static ExportTraceServiceRequest Request(params Span[] spans) => Request(new ScopeSpans { Scope = new() { Name = "test" }, Spans = { spans } });

    public static Span Span(ByteString traceId, long id, Status.Types.StatusCode status = Status.Types.StatusCode.Unset) => new()
    {
        TraceId = traceId,
        SpanId = ByteString.CopyFrom(BitConverter.GetBytes(id)),
        Name = "work",
        StartTimeUnixNano = 1_800_000_000_000_000_000,
        EndTimeUnixNano = 1_800_000_000_250_000_000,
        Status = new() { Code = status },
    };

    public static ByteString TraceId(int request, int trace) =>
        ByteString.CopyFrom([.. BitConverter.GetBytes(request + 1L), .. BitConverter.GetBytes(trace + 1L)]);

    public static KeyValue Tag(string key, string value) => new() { Key = key, Value = new() { StringValue = value } };

    private static ExportTraceServiceRequest Request(ScopeSpans scope) => new()
    {
        ResourceSpans = { new ResourceSpans { Resource = new() { Attributes = { Tag("service.name", "tests") } }, ScopeSpans = { scope } } },
    };
}
