using System.Globalization;
using Dashboard.Components.Formats;
using Dashboard.Views;
using Dashboard.Views.Traces;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Components.Pages.Traces;

/// <summary>The spans of a trace over time: only the lines in sight are drawn.</summary>
public sealed partial class TraceWaterfall
{
    private const int RowHeight = 28;
    private const int MostTicks = 6;
    private const int IndentWidth = 14;
    private const int DeepestIndent = 24;

    /// <summary>A bar that begins beyond this has its label on its left.</summary>
    private const double LabelTurns = 70;

    private IReadOnlyList<TimeSpan> _ticks = [];
    private ElementReference _host;
    private IJSObjectReference? _module;
    private IJSObjectReference? _keys;
    private DotNetObjectReference<TraceWaterfall>? _self;
    private SpanNode? _revealed;

    /// <summary>A span's details are wanted.</summary>
    [Parameter]
    public EventCallback<string?> OnSelect { get; set; }

    /// <summary>A span is to be collapsed or expanded.</summary>
    [Parameter]
    public EventCallback<string> OnToggle { get; set; }

    /// <summary>A key of the tree was pressed.</summary>
    [Parameter]
    public EventCallback<string> OnKey { get; set; }

    [CascadingParameter]
    private TraceScene Scene { get; set; } = null!;

    private ICollection<WaterfallRow> Rows => (ICollection<WaterfallRow>)Scene.Rows;

    private RenderFragment Grid => builder =>
    {
        foreach (var tick in _ticks)
        {
            builder.OpenElement(0, "line");
            builder.AddAttribute(1, "x1", Percent(tick));
            builder.AddAttribute(2, "x2", Percent(tick));
            builder.AddAttribute(3, "y1", "0");
            builder.AddAttribute(4, "y2", "28");
            builder.AddAttribute(5, "class", "tick");
            builder.CloseElement();
        }
    };

    /// <summary>Called by waterfall.js.</summary>
    [JSInvokable]
    public Task Pressed(string key) => InvokeAsync(() => OnKey.InvokeAsync(key));

    /// <inheritdoc />
    protected override void OnParametersSet() =>
        _ticks = TimeTicks.Of(Scene.Scale.From - Scene.Tree.Start, Scene.Scale.To - Scene.Tree.Start, MostTicks);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            _module = await Script.InvokeAsync<IJSObjectReference>("import", "./js/waterfall.js");
            _keys = await _module.InvokeAsync<IJSObjectReference>("keys", _host, _self);
        }

        if (_module is not null && Scene.Selected != _revealed)
        {
            _revealed = Scene.Selected;
            if (Scene.RowOf(_revealed) is >= 0 and var row)
            {
                await _module.InvokeVoidAsync("reveal", _host, row, RowHeight, RowHeight);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("stop");
                await _keys.DisposeAsync();
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

    /// <summary>A tick of the axis with its time.</summary>
    private RenderFragment Mark(TimeSpan tick) => builder =>
    {
        builder.OpenElement(0, "line");
        builder.AddAttribute(1, "x1", Percent(tick));
        builder.AddAttribute(2, "x2", Percent(tick));
        builder.AddAttribute(3, "y1", "0");
        builder.AddAttribute(4, "y2", "28");
        builder.CloseElement();
        builder.OpenElement(5, "text");
        builder.AddAttribute(6, "x", Percent(tick));
        builder.AddAttribute(7, "dx", "4");
        builder.AddAttribute(8, "y", "18");
        builder.AddContent(9, TimeText.Duration(tick));
        builder.CloseElement();
    };

    /// <summary>Beside the bar, on the side where there is room.</summary>
    private static RenderFragment BarLabel(Bar bar, string text) => builder =>
    {
        var isLeft = bar.Left + bar.Width > LabelTurns;
        var fits = !isLeft || bar.Left > 100 - LabelTurns;
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", fits ? "label" : "label inside");
        builder.AddAttribute(2, "x", Text(isLeft ? bar.Left : bar.Left + bar.Width));
        builder.AddAttribute(3, "dx", isLeft && fits ? "-6" : "6");
        builder.AddAttribute(4, "y", "18");
        builder.AddAttribute(5, "text-anchor", isLeft && fits ? "end" : "start");
        builder.AddContent(6, text);
        builder.CloseElement();
    };

    private string RowClass(WaterfallRow row) => (row.IsDimmed, row.Node == Scene.Selected) switch
    {
        (_, true) => "selected",
        (true, _) => "dimmed",
        _ => "",
    };

    private bool IsCollapsed(SpanNode node) => Scene.Query.Terms.Count == 0 && Scene.Collapsed.Contains(node.Span.SpanId);

    private string Shown(int spans) => Scene.Query.Terms.Count == 0 ? Counted.Of(spans, "span") : $"{Number(spans)} found";

    private string? Expanded(SpanNode node) => node.Size == 1 ? null : IsCollapsed(node) ? "false" : "true";

    /// <summary>Whether the trace's end waited for this: the path runs through the wait, or through the span that waits.</summary>
    private bool IsCritical(WaterfallRow row) =>
        Scene.Path[row.Node.Parent].Any(segment => segment.From <= row.From && segment.To >= row.To)
        || Scene.Path[null].Any(segment => segment.From <= row.From && segment.To >= row.To)
        || Scene.Path.Any(node => node.Any(segment => segment.IsWait && segment.From <= row.From && segment.To >= row.To));

    private string Percent(TimeSpan sinceStart) => Text(Scene.Scale.Percent(Scene.Tree.Start + sinceStart));

    private static int Indent(WaterfallRow row) => Math.Min(row.Node.Depth, DeepestIndent) * IndentWidth;

    private static string Label(Wait wait, WaterfallRow row) =>
        $"{wait.Name} {SpanWords.Short(wait.Duration, row.Node.Span.Resource.Clock.Speed)}";

    private static string Duration(SpanNode node) => SpanWords.Short(node.Span.Duration, node.Span.Resource.Clock.Speed);

    private static string Title(SpanNode node) => $"{node.Span.Resource.Key.Service}: {node.Span.Name}{(node.IsOrphan ? " (its parent is not held)" : "")}";

    private static string Text(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.###}%");

    private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
