using System.Diagnostics.Metrics;
using ServiceDefaults.Telemetry;
using SlowApi.Throttling;

namespace SlowApi;

/// <summary>SlowApi's instruments.</summary>
internal sealed class SlowApiMetrics
{
    private static readonly KeyValuePair<string, object?> ProcessedTag = new(Outcomes.Attribute, Outcomes.Processed);
    private static readonly KeyValuePair<string, object?> FaultTag = new(Outcomes.Attribute, Outcomes.Fault);
    private static readonly KeyValuePair<string, object?> ThrottledTag = new(Outcomes.Attribute, Outcomes.Throttled);

    private readonly Counter<long> _requests;
    private readonly Counter<long> _orders;
    private readonly Counter<long> _ordersAgain;

    public SlowApiMetrics(IMeterFactory meters, IHostEnvironment environment, UsagePlan plan)
    {
        var meter = meters.Create(environment.ApplicationName);
        _requests = meter.CreateCounter<long>(Instruments.SlowApiRequests, "{request}", "Requests with a valid key, by outcome");
        _orders = meter.CreateCounter<long>(Instruments.OrdersProcessed, "{order}", "Distinct orders processed");
        _ordersAgain = meter.CreateCounter<long>(Instruments.OrdersProcessedAgain, "{order}", "Orders processed that had been before");
        meter.CreateObservableGauge(Instruments.SlowApiTokens, () => plan.FullestLevel, "{token}", "Permits in the fullest bucket");
    }

    public void Throttled() => _requests.Add(1, ThrottledTag);

    public void Failed() => _requests.Add(1, FaultTag);

    /// <summary>A call was answered 200.</summary>
    /// <param name="firstTime">Whether its order had not been processed before; null: nobody knows which order it was.</param>
    public void Processed(bool? firstTime)
    {
        _requests.Add(1, ProcessedTag);
        if (firstTime is { } first)
        {
            (first ? _orders : _ordersAgain).Add(1);
        }
    }
}
