using System.Diagnostics;
using Amazon.Runtime;
using Amazon.Runtime.Telemetry;
using Amazon.Runtime.Telemetry.Tracing;

namespace ServiceDefaults.Aws;

/// <summary>A span of the SDK on an activity, or on none if it is not recorded.</summary>
internal sealed class AwsSpan : TraceSpan
{
    private readonly Activity? _activity;

    public AwsSpan(string name, Activity? activity)
    {
        Name = name;
        _activity = activity;
    }

    public override void EmitEvent(string name, Attributes? attributes = null) => _activity?.AddEvent(new ActivityEvent(name));

    public override void SetAttribute(string key, object value)
    {
        // The exception is recorded as an event; the SDK would repeat it, stack trace and all, in attributes.
        if (!key.StartsWith("exception.", StringComparison.Ordinal))
        {
            _activity?.SetTag(key, value);
        }
    }

    public override void SetStatus(SpanStatus status) => _activity?.SetStatus(status switch
    {
        SpanStatus.OK => ActivityStatusCode.Ok,
        SpanStatus.ERROR => ActivityStatusCode.Error,
        _ => ActivityStatusCode.Unset,
    });

    public override void RecordException(Exception exception, Attributes? attributes = null)
    {
        if (_activity is null)
        {
            return;
        }

        var refusal = exception as AmazonServiceException;
        _activity.SetStatus(ActivityStatusCode.Error, exception.Message);
        _activity.SetTag("error.type", refusal?.ErrorCode ?? exception.GetType().FullName);
        _activity.AddException(exception);
        if (refusal?.RequestId is { Length: > 0 } requestId)
        {
            _activity.SetTag("aws.request_id", requestId);
        }
    }

    public override void End() => _activity?.Stop();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End();
        }

        base.Dispose(disposing);
    }
}
