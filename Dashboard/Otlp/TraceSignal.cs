using System.Collections.Concurrent;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Store;
using Google.Protobuf;

namespace Dashboard.Otlp;

/// <summary>Takes spans in.</summary>
internal sealed class TraceSignal(IngestQueue<SpanBatch> queue, SpanBatchPool batches, ResourceReader resources) : IOtlpSignal
{
    /// <summary>Decoders are not for two threads at once, and dear to make.</summary>
    private readonly ConcurrentBag<SpanDecoder> _decoders = [];

    /// <inheritdoc />
    public string HttpPath => "/v1/traces";

    /// <inheritdoc />
    public string GrpcPath => "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

    /// <inheritdoc />
    public string RejectedProperty => "rejectedSpans";

    /// <inheritdoc />
    public OtlpOutcome Take(ReadOnlySpan<byte> request)
    {
        var batch = batches.Rent();
        var decoder = _decoders.TryTake(out var idle) ? idle : new(resources);
        try
        {
            decoder.Decode(request, batch);
        }
        catch (MalformedOtlpException malformed)
        {
            batches.Return(batch);
            return new OtlpOutcome.Malformed(malformed.Message);
        }
        finally
        {
            _decoders.Add(decoder);
        }

        var (count, rejected) = (batch.Count, batch.Rejected);
        if (count == 0)
        {
            batches.Return(batch);
        }
        else if (!queue.HasRoomFor(count, request.Length) || !queue.TryAdd(batch, count, request.Length))
        {
            batches.Return(batch);
            queue.Refuse(count + rejected);
            return new OtlpOutcome.Full();
        }

        queue.Refuse(rejected);
        return new OtlpOutcome.Taken(rejected, rejected == 0 ? "" : $"A span needs a trace id of 16 bytes and a span id of 8. {ItemLimit.Reason}");
    }

    /// <inheritdoc />
    public byte[] Transcode(string json)
    {
        var request = OtlpJson.Parse<Wire.ExportTraceServiceRequest>(json);
        foreach (var span in request.ResourceSpans.SelectMany(resource => resource.ScopeSpans).SelectMany(scope => scope.Spans))
        {
            span.TraceId = OtlpJson.ReadHex(span.TraceId, "traceId");
            span.SpanId = OtlpJson.ReadHex(span.SpanId, "spanId");
            span.ParentSpanId = OtlpJson.ReadHex(span.ParentSpanId, "parentSpanId");
            foreach (var link in span.Links)
            {
                link.TraceId = OtlpJson.ReadHex(link.TraceId, "traceId");
                link.SpanId = OtlpJson.ReadHex(link.SpanId, "spanId");
            }
        }

        return request.ToByteArray();
    }
}
