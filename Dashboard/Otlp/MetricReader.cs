using Dashboard.Telemetry;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Traces;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace Dashboard.Otlp;

/// <summary>OTLP's metrics.</summary>
internal sealed class MetricReader(ResourceReader resources, AttributeReader attributes, StringPool pool)
{
    /// <summary>A flag of a point: the series has ended, there is no value.</summary>
    private const uint NoRecordedValue = 1;

    /// <summary>How many points a request has.</summary>
    public static int Count(Wire.ExportMetricsServiceRequest request) =>
        request.ResourceMetrics.Sum(resource => resource.ScopeMetrics.Sum(scope => scope.Metrics.Sum(metric => metric.DataCase switch
        {
            Wire.Metric.DataOneofCase.Gauge => metric.Gauge.DataPoints.Count,
            Wire.Metric.DataOneofCase.Sum => metric.Sum.DataPoints.Count,
            Wire.Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints.Count,
            Wire.Metric.DataOneofCase.ExponentialHistogram => metric.ExponentialHistogram.DataPoints.Count,
            Wire.Metric.DataOneofCase.Summary => metric.Summary.DataPoints.Count,
            _ => 0,
        })));

    /// <summary>Reads all points but summaries, points without a value or too large, and histograms that do not add up.</summary>
    public IReadOnlyList<MetricPoint> Read(Wire.ExportMetricsServiceRequest request, int count)
    {
        List<MetricPoint> points = new(count);
        foreach (var resourceMetrics in request.ResourceMetrics)
        {
            var resource = resources.Read(resourceMetrics.Resource);
            foreach (var scopeMetrics in resourceMetrics.ScopeMetrics)
            {
                var meter = pool.Pool(ItemLimit.Name(scopeMetrics.Scope?.Name));
                foreach (var metric in scopeMetrics.Metrics)
                {
                    points.AddRange(Read(metric, resource, meter));
                }
            }
        }

        return points;
    }

    private IEnumerable<MetricPoint> Read(Wire.Metric metric, Resource resource, string meter)
    {
        var instrument = pool.Pool(ItemLimit.Name(metric.Name));
        var unit = pool.Pool(ItemLimit.Name(metric.Unit));
        var description = pool.Pool(ItemLimit.Name(metric.Description));
        return metric.DataCase switch
        {
            Wire.Metric.DataOneofCase.Gauge => Numbers(metric.Gauge.DataPoints, InstrumentKind.Gauge, isDelta: false),
            Wire.Metric.DataOneofCase.Sum => Numbers(
                metric.Sum.DataPoints,
                metric.Sum.IsMonotonic ? InstrumentKind.Counter : InstrumentKind.Gauge,
                IsDelta(metric.Sum.AggregationTemporality)),
            Wire.Metric.DataOneofCase.Histogram => metric.Histogram.DataPoints
                .Where(point => HasValue(point.Flags) && Fits(point) && HistogramReader.AddsUp(point))
                .Select(point => Point(InstrumentKind.Histogram, attributes.Read(point.Attributes), point.StartTimeUnixNano, point.TimeUnixNano) with
                {
                    IsDelta = IsDelta(metric.Histogram.AggregationTemporality),
                    Histogram = HistogramReader.Read(point),
                    Exemplars = ReadExemplars(point.Exemplars),
                }),
            Wire.Metric.DataOneofCase.ExponentialHistogram => metric.ExponentialHistogram.DataPoints
                .Where(point => HasValue(point.Flags) && Fits(point) && HistogramReader.AddsUp(point))
                .Select(point => Point(InstrumentKind.Histogram, attributes.Read(point.Attributes), point.StartTimeUnixNano, point.TimeUnixNano) with
                {
                    IsDelta = IsDelta(metric.ExponentialHistogram.AggregationTemporality),
                    Histogram = HistogramReader.Read(point),
                    Exemplars = ReadExemplars(point.Exemplars),
                }),
            _ => [],
        };

        IEnumerable<MetricPoint> Numbers(IEnumerable<Wire.NumberDataPoint> numbers, InstrumentKind kind, bool isDelta) => numbers
            .Where(point => HasValue(point.Flags) && Fits(point) && double.IsFinite(Value(point)))
            .Select(point => Point(kind, attributes.Read(point.Attributes), point.StartTimeUnixNano, point.TimeUnixNano) with
            {
                IsDelta = isDelta,
                Value = Value(point),
                Exemplars = ReadExemplars(point.Exemplars),
            });

        MetricPoint Point(InstrumentKind kind, IReadOnlyList<Tag> tags, ulong start, ulong time) => new()
        {
            Key = new(resource.Key, meter, instrument, kind, pool.Pool(TagList.Canonical(tags))),
            Resource = resource,
            Tags = tags,
            Unit = unit,
            Description = description,
            Start = UnixNanos.ToTimeOrNull(start),
            Time = UnixNanos.ToTime(time),
        };
    }

    private IReadOnlyList<Exemplar> ReadExemplars(RepeatedField<Wire.Exemplar> exemplars) => exemplars.Count == 0 ? [] :
    [
        .. exemplars.Select(exemplar => new Exemplar(
            UnixNanos.ToTime(exemplar.TimeUnixNano),
            exemplar.ValueCase == Wire.Exemplar.ValueOneofCase.AsInt ? exemplar.AsInt : exemplar.AsDouble,
            TraceId.Read(exemplar.TraceId.Span),
            SpanId.Read(exemplar.SpanId.Span),
            attributes.Read(exemplar.FilteredAttributes)))
            .Where(exemplar => !exemplar.TraceId.IsEmpty && double.IsFinite(exemplar.Value)),
    ];

    private static bool Fits(IMessage point) => point.CalculateSize() <= ItemLimit.MaximumBytes;

    private static bool HasValue(uint flags) => (flags & NoRecordedValue) == 0;

    private static bool IsDelta(Wire.AggregationTemporality temporality) => temporality == Wire.AggregationTemporality.Delta;

    private static double Value(Wire.NumberDataPoint point) =>
        point.ValueCase == Wire.NumberDataPoint.ValueOneofCase.AsInt ? point.AsInt : point.AsDouble;
}
