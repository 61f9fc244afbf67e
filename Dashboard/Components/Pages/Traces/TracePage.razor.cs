using System.Globalization;
using Dashboard.Components.Formats;
using Dashboard.Runs;
using Dashboard.Views;
using Dashboard.Views.Filters;
using Dashboard.Views.Traces;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Components.Pages.Traces;

/// <summary>One trace.</summary>
public sealed partial class TracePage
{
    private TraceScene? _scene;
    private IReadOnlyList<AttemptRow> _attempts = [];
    private string? _absence;
    private bool _isNoId;
    private string? _error;
    private string? _refusal;
    private (string? Run, string? Trace) _shown;
    private bool _showsAttempts;
    private int _logCount;

    /// <summary>Its id, 32 hexadecimal digits.</summary>
    [Parameter]
    public string TraceId { get; set; } = "";

    [SupplyParameterFromQuery(Name = "q")]
    private string? Q { get; set; }

    [SupplyParameterFromQuery(Name = "span")]
    private string? Span { get; set; }

    /// <summary>The run that it belongs to, if an earlier process recorded it.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    private string? Run { get; set; }

    [Inject]
    private RunArchive Archive { get; set; } = null!;

    [Inject]
    private NavigationManager Address { get; set; } = null!;

    private string Title => _scene is { Tree.Nodes: [var first, ..] } ? $"{first.Span.Resource.Key.Service}: {first.Span.Name}" : "Trace";

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != (Run, TraceId))
        {
            (_shown, _scene, _absence, _refusal, _isNoId) = ((Run, TraceId), null, null, null, false);
            try
            {
                await LoadAsync();
            }
            catch (RunNotReadableException refused)
            {
                (_absence, _refusal) = ("This run's traces cannot be read any more", refused.Message);
            }
        }

        Arrange();
    }

    private async Task LoadAsync()
    {
        if (!Dashboard.Telemetry.Traces.TraceId.TryParse(TraceId.Replace("-", "", StringComparison.Ordinal), out var id))
        {
            (_absence, _isNoId) = ("That is no trace id", true);
            return;
        }

        using var telemetry = await Archive.OpenAsync(Run, CancellationToken.None);
        if (await telemetry.Traces.FindAsync(id, CancellationToken.None) is not { } trace)
        {
            _absence = "This trace is not held";
            return;
        }

        var logs = await telemetry.Logs.OfTraceAsync(id, CancellationToken.None);
        _logCount = logs.Count;
        Show(TraceScene.Of(trace, logs) with { EarlierRun = telemetry.Earlier });
        _attempts = AttemptTable.Of(_scene!.Tree);
        _showsAttempts = _attempts.Count > 0;
    }

    /// <summary>Spans of a trace come from many processes, one after the other.</summary>
    private async Task RenewAsync()
    {
        using var telemetry = await Archive.OpenAsync(Run, CancellationToken.None);
        if (_scene is not { } scene || await telemetry.Traces.FindAsync(scene.Trace.Id, CancellationToken.None) is not { } trace)
        {
            return;
        }

        var logs = await telemetry.Logs.OfTraceAsync(scene.Trace.Id, CancellationToken.None);
        if (trace.Spans.Count != scene.Trace.Spans.Count || logs.Count != _logCount)
        {
            _logCount = logs.Count;
            Show(_scene.Renewed(trace, logs));
            _attempts = AttemptTable.Of(_scene!.Tree);
        }
    }

    /// <summary>As the address says.</summary>
    private void Arrange()
    {
        if (_scene is null)
        {
            return;
        }

        try
        {
            Show(_scene.Matching(FilterQuery.Parse(Q, SpanMatcher.Keys)).Selecting(SpanIds.TryParse(Span, out var id) ? id : null));
            _error = null;
        }
        catch (FilterException refusal)
        {
            _error = refusal.Message;
        }
    }

    private void Show(TraceScene scene) => _scene = scene;

    private void TogglePath() => Show(_scene! with { ShowsPath = !_scene.ShowsPath });

    private Task ZoomAsync((double From, double To) part)
    {
        Show(_scene! with { Scale = part.To > part.From ? _scene.Whole.Part(part.From, part.To) : _scene.Whole });
        return Task.CompletedTask;
    }

    private Task ToggleAsync(string span)
    {
        if (SpanIds.TryParse(span, out var id) && _scene!.Tree.Find(id) is { } node)
        {
            Show(_scene.Toggled(node));
        }

        return Task.CompletedTask;
    }

    private Task SelectAsync(string? span)
    {
        Address.SetQuery(replace: true, ("span", span));
        return Task.CompletedTask;
    }

    private Task PressAsync(string key)
    {
        Show(_scene!.Pressed(key));
        return SelectAsync(_scene.Selected?.Span.SpanId.ToString());
    }

    private static string Pressed(bool isPressed) => isPressed ? "true" : "false";

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
