using System.Diagnostics.Metrics;
using ServiceDefaults.Telemetry;
using SlowApi.Orders;
using SlowApi.Throttling;

namespace SlowApi;

/// <summary>SlowApi's instruments: they read what the ledger has.</summary>
internal sealed class SlowApiMetrics
{
    private static readonly KeyValuePair<string, object?> ProcessedTag = new(Outcomes.Attribute, Outcomes.Processed);
    private static readonly KeyValuePair<string, object?> FaultTag = new(Outcomes.Attribute, Outcomes.Fault);
    private static readonly KeyValuePair<string, object?> ThrottledTag = new(Outcomes.Attribute, Outcomes.Throttled);

    public SlowApiMetrics(IMeterFactory meters, IHostEnvironment environment, UsagePlan plan, OrderLedger ledger)
    {
        var meter = meters.Create(environment.ApplicationName);
        meter.CreateObservableCounter(
            Instruments.SlowApiRequests, () => Requests(ledger.Counts), "{request}", "Requests with a valid key, by outcome");
        meter.CreateObservableCounter(Instruments.OrdersProcessed, () => ledger.Counts.Orders, "{order}", "Distinct orders processed");
        meter.CreateObservableCounter(
            Instruments.OrdersProcessedAgain, () => ledger.Counts.OrdersAgain, "{order}", "Orders processed that had been before");
        meter.CreateObservableGauge(Instruments.SlowApiTokens, () => plan.FullestLevel, "{token}", "Permits in the fullest bucket");
    }

    private static IEnumerable<Measurement<long>> Requests(CallCounts counts) =>
    [
        new(counts.Processed, ProcessedTag),
        new(counts.Faults, FaultTag),
        new(counts.Throttled, ThrottledTag),
    ];
}
