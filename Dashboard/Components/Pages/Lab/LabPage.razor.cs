using Dashboard.Lab;
using Dashboard.Runs;
using Microsoft.AspNetCore.Components;
using Scenarios.References;
using Scenarios.Reports;

namespace Dashboard.Components.Pages.Lab;

/// <summary>The lab: the pipeline, its charts and its controls, live.</summary>
public sealed partial class LabPage
{
    private LabSnapshot? _snapshot;
    private LabCharts? _charts;
    private ReferenceCurves? _reference;
    private string? _scenario;
    private RunReport? _report;

    [Inject]
    private RunBook Book { get; set; } = null!;

    /// <summary>Without a stack and a run there is nothing to play with.</summary>
    private bool IsAlone => !Flow.HasStack && _snapshot?.Live is null;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Audience.Look();
        _snapshot = Watch.Snapshot;
        _report = Book.Current().Frozen;
        FindReference();
    }

    private async Task TickAsync()
    {
        Audience.Look();
        _snapshot = Watch.Snapshot;
        FindReference();
        _report = Book.Current().Frozen;
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
