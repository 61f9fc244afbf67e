using Dashboard.Lab;
using Scenarios.References;

namespace Dashboard.Components.Pages.Lab;

/// <summary>The lab: the pipeline, its charts and its controls, live.</summary>
public sealed partial class LabPage
{
    private LabSnapshot? _snapshot;
    private LabCharts? _charts;
    private ReferenceCurves? _reference;
    private string? _scenario;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Audience.Look();
        _snapshot = Watch.Snapshot;
        FindReference();
    }

    private async Task TickAsync()
    {
        Audience.Look();
        _snapshot = Watch.Snapshot;
        FindReference();
        if (_snapshot?.History is { } history && _charts is not null)
        {
            await _charts.UpdateAsync(history, Desk.Effective.AsyncInvocation.AccountConcurrency);
        }
    }

    private void FindReference()
    {
        var scenario = _snapshot?.Live?.Scenario;
        if (scenario != _scenario)
        {
            (_scenario, _reference) = (scenario, scenario is null ? null : ReferenceCurves.For(scenario));
        }
    }
}
