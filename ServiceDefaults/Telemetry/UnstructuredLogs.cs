using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace ServiceDefaults.Telemetry;

/// <summary>
/// Makes plain text of every log record before it is exported: no template, no attributes, no correlation id, no trace. Switched on by
/// <c>Logging:Unstructured</c>, to see what can no longer be answered then.
/// </summary>
internal sealed class UnstructuredLogs : BaseProcessor<LogRecord>
{
    /// <summary>The configuration key that switches it on.</summary>
    public const string Key = "Logging:Unstructured";

    private const string CorrelationId = "CorrelationId";

    /// <inheritdoc />
    public override void OnEnd(LogRecord data)
    {
        data.FormattedMessage = Plain(data);
        data.Body = data.FormattedMessage;
        data.Attributes = null;
        data.TraceId = default;
        data.SpanId = default;
        data.TraceFlags = ActivityTraceFlags.None;
    }

    /// <summary>The text as somebody writes it who does not think of orders: without their ids.</summary>
    private static string Plain(LogRecord record)
    {
        var text = record.FormattedMessage ?? record.Body ?? "";
        return record.Attributes?.FirstOrDefault(attribute => attribute.Key == CorrelationId).Value is string { Length: > 0 } id
            ? text.Replace($" [{id}]", "", StringComparison.Ordinal).Replace($" {id}", "", StringComparison.Ordinal)
            : text;
    }
}
