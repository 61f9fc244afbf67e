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
        // What the SDK does within a call (signing, attempts) is the business of the call's span and of HTTP's.
        if (spanKind != SpanKind.CLIENT)
        {
            return new AwsSpan(name, null);
        }

        var activity = Activity.Current is null ? StartUnrecorded(name) : source.StartActivity(name, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            foreach (var (key, value) in initialAttributes?.AllAttributes ?? [])
            {
                activity.SetTag(key, value);
            }
        }

        return new AwsSpan(name, activity);
    }

    /// <summary>
    /// A call without a trace is a poll or a look-up in the background: a trace of its own each time would drown those of
    /// orders. An activity of no source is not recorded, and all below it follows: the HTTP request goes out as not sampled,
    /// so the callee makes no trace either. (A filter of the HTTP instrumentation hides the span but still sends it as sampled.)
    /// </summary>
    private static Activity StartUnrecorded(string name) => new Activity(name) { IsAllDataRequested = false }.Start();
}
