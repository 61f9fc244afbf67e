using Dashboard.Components.Charts;
using Dashboard.Components.Formats;
using Dashboard.Telemetry.Metrics;
using Dashboard.Telemetry.Queries;
using Dashboard.Views.Filters;
using Dashboard.Views.Metrics;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Components.Pages.Metrics;

/// <summary>Every instrument by resource and meter, and one of them over time.</summary>
public sealed partial class MetricsPage
{
    private const int MostExemplars = 50;

    private static readonly ChartModel Nothing = new() { Title = "", Series = [] };

    private MetricsView _view = new();
    private string? _error;
    private IReadOnlyList<InstrumentItem>? _instruments;
    private InstrumentItem? _instrument;
    private MetricChart? _data;
    private MetricScale _scale = new(1, "");
    private MetricScale _exemplarScale = new(1, "");
    private IReadOnlyList<ExemplarItem> _exemplars = [];
    private ChartModel _model = Nothing;
    private Chart? _chart;
    private IReadOnlyList<ChartPoint>? _unsent;
    private bool _isPaused;

    [SupplyParameterFromQuery(Name = "resource")]
    private string? Resource { get; set; }

    [SupplyParameterFromQuery(Name = "meter")]
    private string? Meter { get; set; }

    [SupplyParameterFromQuery(Name = "instrument")]
    private string? Instrument { get; set; }

    [SupplyParameterFromQuery(Name = "shape")]
    private string? ShapeName { get; set; }

    [SupplyParameterFromQuery(Name = "by")]
    private string? By { get; set; }

    [SupplyParameterFromQuery(Name = "where")]
    private string? Where { get; set; }

    [SupplyParameterFromQuery(Name = "last")]
    private string? Last { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [Inject]
    private IMetricQueries Store { get; set; } = null!;

    [Inject]
    private NavigationManager Address { get; set; } = null!;

    [Inject]
    private BrowserClock Clock { get; set; } = null!;

    private MetricShape Shape => _view.ShapeFor(_instrument!.Kind);

    private string? LastText => _view.Range.Write().First(part => part.Name == "last").Value as string;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var before = _view;
        try
        {
            (_view, _error) = (MetricsView.Read(Resource, Meter, Instrument, ShapeName, By, Where, Last, From, To), null);
        }
        catch (FilterException refusal)
        {
            _error = refusal.Message;
        }

        if (_view != before)
        {
            _data = before.Instrument == _view.Instrument ? _data : null;
        }

        if (_instruments is null || _view != before)
        {
            await RefreshAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The chart of a new model exists only now.
        if (_unsent is { } points && _chart is not null)
        {
            _unsent = null;
            await _chart.ReplaceAsync(points);
        }
    }

    private Task OnNewsAsync() => _isPaused || !_view.Range.IsLive ? Task.CompletedTask : RefreshAsync();

    private async Task RefreshAsync()
    {
        _instruments = await Store.InstrumentsAsync(CancellationToken.None);
        _instrument = _instruments.FirstOrDefault(instrument => instrument.Key == _view.Instrument);
        if (_instrument is null || _view.ToQuery(_instrument.Kind, Clock.Now) is not { } query)
        {
            StateHasChanged();
            return;
        }

        var data = await Store.ChartAsync(query, CancellationToken.None);
        _exemplars = _instrument.Kind == InstrumentKind.Histogram ? await Store.ExemplarsAsync(query, MostExemplars, CancellationToken.None) : [];
        _data = data;
        _scale = MetricDrawing.ScaleOf(_instrument, query.Shape, data);
        _exemplarScale = MetricDrawing.AreMeasured(query.Shape) ? _scale : new(1, UnitText.Of(_instrument.Unit, MetricShape.Percentiles, true));
        _model = MetricDrawing.Model(_instrument, query, data, _scale, Clock);
        _unsent = MetricDrawing.Points(query, data, _scale, _exemplars);
        StateHasChanged();
    }

    private void OpenTrace(ChartClick click)
    {
        if (click.Id is { } address)
        {
            Address.NavigateTo(address);
        }
    }

    private Task ZoomAsync(ChartRange range)
    {
        Go([.. (_view with { Range = new(null, range.FromTime, range.ToTime) }).Write()]);
        return Task.CompletedTask;
    }

    private Task TogglePauseAsync()
    {
        _isPaused = !_isPaused;
        return _isPaused ? Task.CompletedTask : RefreshAsync();
    }

    private void Go(params ReadOnlySpan<(string Name, object? Value)> parts) => Address.SetQuery(replace: false, parts);

    private static string NameOf(MetricShape shape) => shape switch
    {
        MetricShape.Rate => "rate",
        MetricShape.Percentiles => "percentiles",
        MetricShape.HeatMap => "heat map",
        _ => "value",
    };
}
