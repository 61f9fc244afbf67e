using Dashboard.Components.Charts;
using Dashboard.Lab;
using Microsoft.AspNetCore.Components;
using Scenarios.References;

namespace Dashboard.Components.Pages.Lab;

/// <summary>The charts of a run: they get only what is new.</summary>
public sealed partial class LabCharts
{
    private Chart? _success;
    private Chart? _concurrency;
    private Chart? _dropped;
    private Chart? _duration;
    private Chart? _delivery;
    private Chart? _queue;
    private ReferenceCurves? _reference;
    private RunHistory? _history;
    private (int Points, int Durations, int Deliveries) _shown;

    /// <summary>What somebody else measured with the same scenario, or null.</summary>
    [Parameter]
    public ReferenceCurves? Reference { get; set; }

    /// <summary>Draws what has come since the last time; another run from its beginning.</summary>
    internal async Task UpdateAsync(RunHistory history, int accountConcurrency)
    {
        if (_success is null || _concurrency is null || _dropped is null || _duration is null || _delivery is null || _queue is null)
        {
            return;
        }

        // With another reference the charts are others, and empty: it comes with the page's next drawing, which may be in the midst of this.
        var reference = Reference;
        if (!ReferenceEquals(history, _history) || !ReferenceEquals(reference, _reference))
        {
            (_history, _reference, _shown) = (history, reference, default);
            await _success.ReplaceAsync(LabChartPoints.SuccessReference(reference));
            await _concurrency.ReplaceAsync(LabChartPoints.ConcurrencyReference(reference));
            await _dropped.ReplaceAsync(LabChartPoints.DroppedReference(reference));
            await _duration.ReplaceAsync([]);
            await _delivery.ReplaceAsync([]);
            await _queue.ReplaceAsync([]);
        }

        var points = history.Points.From(_shown.Points);
        var durations = history.Durations.From(_shown.Durations);
        var deliveries = history.Deliveries.From(_shown.Deliveries);
        _shown = (_shown.Points + points.Count, _shown.Durations + durations.Count, _shown.Deliveries + deliveries.Count);
        await _success.PushAsync([.. points.SelectMany(LabChartPoints.Success)]);
        await _concurrency.PushAsync([.. points.SelectMany(point => LabChartPoints.Concurrency(point, accountConcurrency))]);
        await _dropped.PushAsync([.. points.SelectMany(LabChartPoints.Dropped)]);
        await _queue.PushAsync([.. points.SelectMany(LabChartPoints.Queue)]);
        await _duration.PushAsync([.. durations.SelectMany(LabChartPoints.Duration)]);
        await _delivery.PushAsync([.. deliveries.SelectMany(LabChartPoints.Delivery)]);
    }
}
