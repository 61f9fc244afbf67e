using System.Diagnostics.Metrics;
using Notification.Api.Orders;
using ServiceDefaults.Telemetry;

namespace Notification.Api;

/// <summary>Notification.Api's instruments: they read what the ledger has.</summary>
internal sealed class NotificationMetrics
{
    /// <summary>The attribute of rejections: why.</summary>
    public const string ErrorType = "error.type";

    public NotificationMetrics(IMeterFactory meters, IHostEnvironment environment, OrderLedger ledger)
    {
        var meter = meters.Create(environment.ApplicationName);
        meter.CreateObservableCounter(Instruments.OrdersAccepted, () => ledger.Accepted, "{order}", "Orders that EventBridge took");
        meter.CreateObservableCounter(
            Instruments.OrdersRejected,
            () => ledger.Rejected.Select(static rejected => new Measurement<long>(rejected.Value, new KeyValuePair<string, object?>(ErrorType, rejected.Key))),
            "{order}",
            "Orders that were refused, by reason");
    }
}
