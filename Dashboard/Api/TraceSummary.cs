using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Api;

/// <summary>A trace in a list. Times are real but <see cref="SimulatedMilliseconds"/>.</summary>
internal record TraceSummary
{
    /// <summary>Takes what a list shows.</summary>
    public TraceSummary(Trace trace)
    {
        var first = trace.Spans[0];
        var root = trace.Spans.FirstOrDefault(span => span.ParentSpanId.IsEmpty) ?? first;
        var duration = trace.Spans.Max(span => span.Start + span.Duration) - first.Start;
        TraceId = trace.Id.ToString();
        Name = root.Name;
        Service = root.Resource.Key.Service;
        StartedAt = first.Start;
        DurationMilliseconds = duration.TotalMilliseconds;
        SimulatedMilliseconds = root.Resource.Clock.Simulate(duration) * 1000;
        SpanCount = trace.Spans.Count;
        Services = [.. trace.Spans.Select(span => span.Resource.Key.Service).Distinct()];
        CorrelationIds = trace.CorrelationIds;
        HasError = trace.HasError;
    }

    /// <summary>Takes an entry of a list.</summary>
    public TraceSummary(TraceItem item)
    {
        TraceId = item.TraceId.ToString();
        Name = item.Name;
        Service = item.Service;
        StartedAt = item.Start;
        DurationMilliseconds = item.Duration.TotalMilliseconds;
        SimulatedMilliseconds = item.Clock.Simulate(item.Duration) * 1000;
        SpanCount = item.Spans;
        Services = [.. item.Services.Select(share => share.Service)];
        CorrelationIds = item.CorrelationId is null ? [] : [item.CorrelationId];
        HasError = item.Errors > 0;
    }

    /// <summary>Its id, 32 hexadecimal digits.</summary>
    public string TraceId { get; }

    /// <summary>Its root span's name; the first span's, if the root is not held.</summary>
    public string Name { get; }

    /// <summary>That span's service.</summary>
    public string Service { get; }

    /// <summary>Its first span's start.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>From its first span's start to its last one's end.</summary>
    public double DurationMilliseconds { get; }

    /// <summary>The same on the simulated clock.</summary>
    public double SimulatedMilliseconds { get; }

    /// <summary>Spans held.</summary>
    public int SpanCount { get; }

    /// <summary>The services that took part.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>The orders that it names.</summary>
    public IReadOnlyList<string> CorrelationIds { get; }

    /// <summary>Whether a span failed.</summary>
    public bool HasError { get; }
}
