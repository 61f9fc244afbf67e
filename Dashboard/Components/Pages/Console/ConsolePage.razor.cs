using Dashboard.Components.Formats;
using Dashboard.Components.Pages.Resources;
using Dashboard.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.FluentUI.AspNetCore.Components;
using Microsoft.JSInterop;
using Icons = Microsoft.FluentUI.AspNetCore.Components.Icons;

namespace Dashboard.Components.Pages.Console;

/// <summary>The output of one resource.</summary>
public sealed partial class ConsolePage
{
    private const float RowHeight = 20;

    private static readonly TimeSpan ShowEvery = TimeSpan.FromMilliseconds(150);

    private static readonly Icon UpIcon = new Icons.Regular.Size20.ChevronUp();
    private static readonly Icon DownIcon = new Icons.Regular.Size20.ChevronDown();
    private static readonly Icon FollowIcon = new Icons.Regular.Size20.ArrowDownload();
    private static readonly Icon PauseIcon = new Icons.Regular.Size20.Pause();
    private static readonly Icon GoOnIcon = new Icons.Regular.Size20.Play();
    private static readonly Icon ClockIcon = new Icons.Regular.Size20.Clock();
    private static readonly Icon DownloadIcon = new Icons.Regular.Size20.Save();

    private readonly CancellationTokenSource _leave = new();
    private readonly List<ConsoleLine> _waiting = [];
    private CancellationTokenSource? _reading;
    private ConsoleBuffer _buffer = new();
    private ResourceDirectoryState? _state;
    private ElementReference _list;
    private IJSObjectReference? _module;
    private IJSObjectReference? _follower;
    private DotNetObjectReference<ConsolePage>? _self;
    private ConsoleRow? _current;
    private string? _read;
    private int _hit;
    private bool _isFollowing = true;
    private bool _isPaused;

    /// <summary>Whose output.</summary>
    [SupplyParameterFromQuery(Name = "resource")]
    public string? Chosen { get; set; }

    /// <summary>What is searched for.</summary>
    [SupplyParameterFromQuery(Name = "search")]
    public string? SearchText { get; set; }

    /// <summary>Output, Errors or all.</summary>
    [SupplyParameterFromQuery(Name = "stream")]
    public string? StreamName { get; set; }

    /// <summary>off: without timestamps.</summary>
    [SupplyParameterFromQuery(Name = "times")]
    public string? Times { get; set; }

    private ConsoleStream Stream => Enum.TryParse<ConsoleStream>(StreamName, out var stream) ? stream : ConsoleStream.All;

    private bool HidesTimes => Times == "off";

    private IReadOnlyList<ResourceSnapshot> WithOutput =>
        [.. (_state?.Resources ?? []).Where(static resource => !resource.IsHidden && resource.Type != "Parameter")];

    /// <summary>The chosen one, or the first when none is.</summary>
    private ResourceSnapshot? Current =>
        WithOutput.FirstOrDefault(resource => Chosen is null || resource.Name == Chosen || resource.DisplayName == Chosen);

    private int WaitingCount
    {
        get
        {
            lock (_waiting)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>The reader scrolled away from the end, or back to it.</summary>
    [JSInvokable]
    public void FollowChanged(bool isFollowing)
    {
        _isFollowing = isFollowing;
        StateHasChanged();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _leave.CancelAsync();
        _reading?.Dispose();
        _leave.Dispose();
        try
        {
            if (_follower is not null)
            {
                await _follower.InvokeVoidAsync("stop");
                await _follower.DisposeAsync();
            }

            if (_module is not null)
            {
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its listeners with it.
        }

        _self?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _ = RunAsync(WatchAsync);
        _ = RunAsync(ShowAsync);
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        Read();
        _buffer.Filter(Stream);
        if (_buffer.Search != (SearchText ?? ""))
        {
            _buffer.Find(SearchText ?? "");
            _hit = Math.Max(0, _buffer.Hits.Count - 1);
            _current = null;
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_follower is not null || Current is null || _self is not null)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        _module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/console.js");
        _follower = await _module.InvokeAsync<IJSObjectReference>("follow", _list, _self);
    }

    private static string Number(long number) => number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    private string NameOf(ResourceSnapshot resource) => ResourceNames.Of(resource, _state?.Resources ?? []);

    private void Set(string name, object? value) => Address.SetQuery(replace: name == "search", (name, value));

    /// <summary>Starts to read what is to be shown, unless that is what is read already.</summary>
    private void Read()
    {
        if (Current?.Name is not { } name || name == _read)
        {
            return;
        }

        _reading?.Cancel();
        _reading?.Dispose();
        _reading = CancellationTokenSource.CreateLinkedTokenSource(_leave.Token);
        (_read, _current, _hit, _isPaused) = (name, null, 0, false);
        _buffer = new();
        _buffer.Filter(Stream);
        _buffer.Find(SearchText ?? "");
        lock (_waiting)
        {
            _waiting.Clear();
        }

        var cancellationToken = _reading.Token;
        _ = RunAsync(_ => ReadAsync(name, cancellationToken));
    }

    private async Task ReadAsync(string name, CancellationToken cancellationToken)
    {
        await foreach (var lines in Directory.ReadConsoleAsync(name, follow: true, cancellationToken))
        {
            lock (_waiting)
            {
                if (!cancellationToken.IsCancellationRequested)
                {
                    _waiting.AddRange(lines);
                }
            }
        }
    }

    /// <summary>Shows what has come, a few times a second, however many lines that is.</summary>
    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(ShowEvery, Time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (WaitingCount > 0)
            {
                await InvokeAsync(ShowWaiting);
            }
        }
    }

    private void ShowWaiting()
    {
        if (!_isPaused)
        {
            ConsoleLine[] lines;
            lock (_waiting)
            {
                lines = [.. _waiting];
                _waiting.Clear();
            }

            _buffer.Add(lines);
        }

        StateHasChanged();
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        await foreach (var state in Directory.WatchAsync(cancellationToken))
        {
            await InvokeAsync(() =>
            {
                _state = state;
                Read();
                StateHasChanged();
            });
        }
    }

    /// <summary>Runs until the page is left; what goes wrong is the page's error and not lost.</summary>
    private async Task RunAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_leave.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was left, or another resource was chosen.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private async Task FollowAsync(bool follow)
    {
        _isFollowing = follow;
        if (_follower is not null)
        {
            await _follower.InvokeVoidAsync("set", follow);
        }
    }

    private void TogglePause()
    {
        _isPaused = !_isPaused;
        ShowWaiting();
    }

    private Task SearchKeyAsync(KeyboardEventArgs key) => key.Key == "Enter" ? GoToHitAsync(key.ShiftKey ? -1 : 1) : Task.CompletedTask;

    private async Task GoToHitAsync(int step)
    {
        var count = _buffer.Hits.Count;
        if (count == 0 || _follower is null)
        {
            return;
        }

        _hit = (_hit + step + count) % count;
        var row = _buffer.Hits[_hit];
        _current = _buffer.Shown[row];
        _isFollowing = false;
        await _follower.InvokeVoidAsync("goTo", row, RowHeight);
    }

    private async Task DownloadAsync()
    {
        if (_module is null || Current is null)
        {
            return;
        }

        using var file = new DotNetStreamReference(ConsoleFile.Write(_buffer.All));
        await using var page = await Script.InvokeAsync<IJSObjectReference>("import", "./js/page.js");
        await page.InvokeVoidAsync("save", ConsoleFile.NameOf(NameOf(Current), Clock.Now), "text/plain", file);
    }
}
