using System.Globalization;
using Dashboard.Telemetry;
using Dashboard.Telemetry.Logs;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Otlp;

/// <summary>OTLP's log records.</summary>
internal sealed class LogReader(ResourceReader resources, AttributeReader attributes, StringPool pool)
{
    /// <summary>How many records a request has.</summary>
    public static int Count(Wire.ExportLogsServiceRequest request) =>
        request.ResourceLogs.Sum(resource => resource.ScopeLogs.Sum(scope => scope.LogRecords.Count));

    /// <summary>Reads all records but those that are too large.</summary>
    public IReadOnlyList<LogRecord> Read(Wire.ExportLogsServiceRequest request, int count)
    {
        List<LogRecord> records = new(count);
        foreach (var resourceLogs in request.ResourceLogs)
        {
            var resource = resources.Read(resourceLogs.Resource);
            foreach (var scopeLogs in resourceLogs.ScopeLogs)
            {
                var scope = pool.Pool(ItemLimit.Name(scopeLogs.Scope?.Name));
                foreach (var record in scopeLogs.LogRecords.Where(record => record.CalculateSize() <= ItemLimit.MaximumBytes))
                {
                    records.Add(new()
                    {
                        Time = UnixNanos.ToTime(record.TimeUnixNano != 0 ? record.TimeUnixNano : record.ObservedTimeUnixNano),
                        Severity = record.SeverityNumber,
                        Body = Convert.ToString(attributes.ReadValue(record.Body), CultureInfo.InvariantCulture) ?? "",
                        Resource = resource,
                        Scope = scope,
                        TraceId = TraceId.Read(record.TraceId.Span),
                        SpanId = SpanId.Read(record.SpanId.Span),
                        Tags = attributes.Read(record.Attributes),
                    });
                }
            }
        }

        return records;
    }
}
