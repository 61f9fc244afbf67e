using System.Diagnostics.Metrics;
using OpenTelemetry;

namespace ServiceDefaults.Telemetry.Export;

/// <summary>
/// Counts what an exporter was done with, each item once: acknowledged by the receiver, or given up with <c>error.type</c>. Source:
/// OpenTelemetry semantic conventions, "OpenTelemetry SDK metrics".
/// </summary>
internal sealed class ExportCounter(Counter<long> exported, string component, string type)
{
    /// <summary>The exporter does not tell why it failed.</summary>
    private const string UnknownError = "_OTHER";

    private readonly KeyValuePair<string, object?> _component = new("otel.component.name", component);
    private readonly KeyValuePair<string, object?> _type = new("otel.component.type", type);

    /// <summary>Counts a batch by what became of it.</summary>
    public ExportResult Count(long items, ExportResult result)
    {
        if (result == ExportResult.Success)
        {
            exported.Add(items, _component, _type);
        }
        else
        {
            exported.Add(items, _component, _type, new KeyValuePair<string, object?>("error.type", UnknownError));
        }

        return result;
    }
}
