using System.Diagnostics.Metrics;
using ServiceDefaults.Telemetry;

namespace Notification.Api;

/// <summary>Notification.Api's instruments.</summary>
internal sealed class NotificationMetrics
{
    /// <summary>The attribute of rejections: why.</summary>
    public const string ErrorType = "error.type";

    private readonly Counter<long> _accepted;
    private readonly Counter<long> _rejected;

    public NotificationMetrics(IMeterFactory meters, IHostEnvironment environment)
    {
        var meter = meters.Create(environment.ApplicationName);
        _accepted = meter.CreateCounter<long>(Instruments.OrdersAccepted, "{order}", "Orders that EventBridge took");
        _rejected = meter.CreateCounter<long>(Instruments.OrdersRejected, "{order}", "Orders that were refused, by reason");
    }

    public void Accepted() => _accepted.Add(1);

    public void Rejected(string errorType) => _rejected.Add(1, new KeyValuePair<string, object?>(ErrorType, errorType));
}
