using Dashboard.Telemetry;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Tests.Views;

/// <summary>Spans of one trace in few words; times in milliseconds since its beginning.</summary>
internal static class SpanSketch
{
    public static readonly DateTimeOffset Zero = new(2027, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly TraceId Id = new(1, 2);

    public static SpanRecord Span(
        ulong id,
        ulong parent,
        double from,
        double to,
        string name = "work",
        SpanKind kind = SpanKind.Internal,
        SpanStatus status = SpanStatus.Unset,
        string service = "worker",
        double speed = 1,
        ulong link = 0,
        params Tag[] tags) => new()
        {
            TraceId = Id,
            SpanId = new(id),
            ParentSpanId = new(parent),
            Name = name,
            Kind = kind,
            Status = status,
            Start = At(from),
            Duration = TimeSpan.FromMilliseconds(to - from),
            Resource = new(new(service, "1"), new(speed, DateTimeOffset.UnixEpoch), []),
            Tags = tags,
            Links = link == 0 ? [] : [new(Id, new(link), [])],
        };

    /// <summary>An attempt as the HTTP client's instrumentation records it; the first carries no count.</summary>
    public static SpanRecord Call(ulong id, ulong parent, double from, double to, int resend, int status) =>
        Span(id, parent, from, to, $"attempt {resend + 1}", SpanKind.Client, status < 400 ? SpanStatus.Unset : SpanStatus.Error, tags:
        [
            new("http.request.method", "POST"),
            new("url.full", "http://localhost/slow"),
            new("http.response.status_code", (long)status),
            .. resend == 0 ? Array.Empty<Tag>() : [new("http.request.resend_count", (long)resend)],
        ]);

    public static DateTimeOffset At(double milliseconds) => Zero.AddMilliseconds(milliseconds);
}
