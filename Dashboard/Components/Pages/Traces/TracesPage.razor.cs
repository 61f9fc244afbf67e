using System.Globalization;
using Dashboard.Components.Formats;
using Dashboard.Telemetry.Queries;
using Dashboard.Views;
using Dashboard.Views.Filters;
using Dashboard.Views.Traces;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;

namespace Dashboard.Components.Pages.Traces;

/// <summary>The traces that are held.</summary>
public sealed partial class TracesPage
{
    private TracesView _view = new();
    private string? _error;
    private Virtualize<TraceItem>? _rows;
    private bool _isPaused;
    private bool _isScrolled;
    private DateTimeOffset? _until;
    private long _total;
    private long _newer;
    private TimeSpan _longest;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Q { get; set; }

    [SupplyParameterFromQuery(Name = "last")]
    private string? Last { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    private string? Order { get; set; }

    /// <summary>Whether what is shown must not move: held by the reader, who looks further down or has paused.</summary>
    private bool IsHeld => _isPaused || _isScrolled;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var before = (_view, _error);
        try
        {
            (_view, _error) = (TracesView.Read(Q, Last, From, To, Sort, Order), null);
        }
        catch (FilterException refusal)
        {
            _error = refusal.Message;
        }

        if (before != (_view, _error))
        {
            _until = null;
            await RefreshAsync();
        }
    }

    private async ValueTask<ItemsProviderResult<TraceItem>> LoadAsync(ItemsProviderRequest request)
    {
        if (_error is not null)
        {
            return new([], 0);
        }

        _isScrolled = request.StartIndex > 0;
        if (!IsHeld)
        {
            _until = null;
        }
        else if (_until is null)
        {
            _until = Clock.Now;
        }

        var filter = _view.ToFilter(Clock.Now) with { Offset = request.StartIndex, Limit = Math.Max(1, request.Count) };
        var page = await Store.ListAsync(filter with { To = filter.To ?? _until }, request.CancellationToken);
        _total = page.Total;
        _newer = 0;
        _longest = page.Items.Select(item => item.Duration).DefaultIfEmpty().Max();
        StateHasChanged();
        return new(page.Items, (int)Math.Min(int.MaxValue, page.Total));
    }

    private async Task OnNewsAsync()
    {
        if (!_view.Range.IsLive || _error is not null)
        {
            return;
        }

        if (!IsHeld)
        {
            await RefreshAsync();
            return;
        }

        var page = await Store.ListAsync(_view.ToFilter(Clock.Now) with { Limit = 1 }, CancellationToken.None);
        _newer = Math.Max(0, page.Total - _total);
    }

    private async Task CatchUpAsync()
    {
        (_isPaused, _isScrolled, _until) = (false, false, null);
        await RefreshAsync();
    }

    private Task TogglePauseAsync()
    {
        _isPaused = !_isPaused;
        _until = _isPaused ? Clock.Now : null;
        return _isPaused ? Task.CompletedTask : RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        if (_rows is not null)
        {
            await _rows.RefreshDataAsync();
            StateHasChanged();
        }
    }

    private void Go(params ReadOnlySpan<(string Name, object? Value)> parts) => Address.SetQuery(replace: false, parts);

    private void Filter(string key, ChangeEventArgs change) => Go(("q", _view.Query.With(key, change.Value as string).ToString()));

    private void SortBy(TraceSort sort) => Go(_view.SortedBy(sort).Write());

    /// <summary>As <c>aria-sort</c> has it.</summary>
    private string StateOf(TraceSort sort) => sort != _view.Sort ? "none" : _view.IsAscending ? "ascending" : "descending";

    private string Share(TraceItem trace) =>
        string.Create(CultureInfo.InvariantCulture, $"{(_longest > TimeSpan.Zero ? Math.Clamp(trace.Duration / _longest * 100, 0.5, 100) : 0.5):0.##}%");

    private static string AddressOf(TraceItem trace) => $"/traces/{trace.TraceId}";

    private static string DurationTitle(TraceItem trace) => SpanWords.Duration(trace.Duration, trace.Clock.Speed);

    private static string? Instant(DateTimeOffset? time) => time?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
