using System.Diagnostics;
using Amazon.Runtime.Telemetry;
using Amazon.Runtime.Telemetry.Tracing;

namespace ServiceDefaults.Aws;

/// <summary>
/// Makes one client span of each call that is part of a trace. The SDK names it <c>{service}.{operation}</c> and gives it
/// rpc.system, rpc.service and rpc.method. Source: OpenTelemetry semantic conventions, "AWS SDK".
/// </summary>
internal sealed class AwsTracer(ActivitySource source) : Tracer
{
    public override TraceSpan CreateSpan(
        string name,
        Attributes? initialAttributes = null,
        SpanKind spanKind = SpanKind.INTERNAL,
        SpanContext? parentContext = null)
    {
        // A call without a trace is a poll or a look-up in the background: a span of its own would drown the traces of
        // orders. What the SDK does within a call (signing, attempts) is the business of the call's span and of HTTP's.
        var activity = spanKind == SpanKind.CLIENT && Activity.Current is not null
            ? source.StartActivity(name, ActivityKind.Client)
            : null;
        foreach (var (key, value) in activity is null ? [] : initialAttributes?.AllAttributes ?? [])
        {
            activity!.SetTag(key, value);
        }

        return new AwsSpan(name, activity);
    }
}
