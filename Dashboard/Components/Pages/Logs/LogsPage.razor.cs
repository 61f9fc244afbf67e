using System.Globalization;
using Dashboard.Components.Formats;
using Dashboard.Telemetry.Queries;
using Dashboard.Views.Filters;
using Dashboard.Views.Logs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;

namespace Dashboard.Components.Pages.Logs;

/// <summary>The log records that are held, the oldest first; a live page stays at its end.</summary>
public sealed partial class LogsPage : IAsyncDisposable
{
    private const int MostTemplates = 500;

    private LogsView _view = new();
    private string? _error;
    private Virtualize<LogRow>? _rows;
    private ElementReference _list;
    private IJSObjectReference? _page;
    private IReadOnlyList<LogTemplate>? _templates;
    private LogDetail? _detail;
    private long? _total;
    private bool _isPaused;
    private bool _isAtEnd = true;
    private bool _goesToEnd;
    private bool _isAsked;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Q { get; set; }

    [SupplyParameterFromQuery(Name = "last")]
    private string? Last { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "show")]
    private string? Shown { get; set; }

    [SupplyParameterFromQuery(Name = "record")]
    private long? Record { get; set; }

    [Inject]
    private ILogQueries Store { get; set; } = null!;

    [Inject]
    private IResourceQueries Resources { get; set; } = null!;

    [Inject]
    private NavigationManager Address { get; set; } = null!;

    [Inject]
    private BrowserClock Clock { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_page is not null)
            {
                await _page.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone.
        }
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var before = (_view with { Selected = null }, _error);
        try
        {
            (_view, _error) = (LogsView.Read(Q, Last, From, To, Shown, Record), null);
        }
        catch (FilterException refusal)
        {
            _error = refusal.Message;
        }

        if (!_isAsked || before != (_view with { Selected = null }, _error))
        {
            _isAsked = true;
            _isAtEnd = _view.Selected is null;
            await RefreshAsync();
        }

        if (_detail?.Id != _view.Selected)
        {
            _detail = _view.Selected is { } id ? await Store.FindAsync(id, CancellationToken.None) : null;
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _page = await Script.InvokeAsync<IJSObjectReference>("import", "./js/page.js");
        }

        if (_goesToEnd && _page is not null && !_view.ShowsTemplates)
        {
            _goesToEnd = false;
            await _page.InvokeVoidAsync("scrollToEnd", _list);
        }
    }

    private async ValueTask<ItemsProviderResult<LogRow>> LoadAsync(ItemsProviderRequest request)
    {
        if (_error is not null)
        {
            return new([], 0);
        }

        var page = await Store.PageAsync(_view.ToFilter(Clock.Now), request.StartIndex, Math.Max(1, request.Count), request.CancellationToken);
        if (page.Total != _total)
        {
            _goesToEnd |= _isAtEnd && !_isPaused && _view.Range.IsLive;
            _total = page.Total;
            StateHasChanged();
        }

        return new(page.Rows, (int)Math.Min(int.MaxValue, page.Total));
    }

    private async Task OnNewsAsync()
    {
        if (_isPaused || !_view.Range.IsLive || _error is not null)
        {
            return;
        }

        // Who reads further up is not taken to the end: the records come in below.
        _isAtEnd = _page is null || _view.ShowsTemplates || await _page.InvokeAsync<bool>("isAtEnd", _list);
        await RefreshAsync();
    }

    private async Task RefreshAsync()
    {
        if (_error is null && _view.ShowsTemplates)
        {
            _templates = await Store.TemplatesAsync(_view.ToFilter(Clock.Now), MostTemplates, CancellationToken.None);
            _total = _templates.Sum(template => template.Total);
        }
        else if (_rows is not null)
        {
            await _rows.RefreshDataAsync();
        }

        StateHasChanged();
    }

    private Task TogglePauseAsync()
    {
        _isPaused = !_isPaused;
        (_isAtEnd, _goesToEnd) = (!_isPaused, !_isPaused);
        return _isPaused ? Task.CompletedTask : RefreshAsync();
    }

    private void Go(params ReadOnlySpan<(string Name, object? Value)> parts) => Address.SetQuery(replace: false, parts);

    private void Filter(string key, ChangeEventArgs change) => Go(("q", _view.Query.With(key, change.Value as string).ToString()));

    private void Select(long? record) => Address.SetQuery(replace: true, ("record", record));

    private string RowClass(LogRow log) => $"{SeverityLevel.Of(log.Severity).Mood} {(log.Id == _view.Selected ? "selected" : "")}";

    private static string FirstLine(string message)
    {
        var end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }

    private static string TraceAddress(LogRow log) => log.SpanId.IsEmpty ? $"/traces/{log.TraceId}" : $"/traces/{log.TraceId}?span={log.SpanId}";

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
