using Dashboard.Story;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Components.Pages.Story;

/// <summary>One order from its acceptance to its end.</summary>
public sealed partial class StoryPage
{
    private OrderStory? _story;
    private string? _told;
    private string? _notice;
    private bool _isLoading;

    /// <summary>The order; null: none is chosen.</summary>
    [Parameter]
    public string? CorrelationId { get; set; }

    [Inject]
    private StoryTeller Teller { get; set; } = null!;

    [Inject]
    private NavigationManager Address { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_told == CorrelationId)
        {
            return;
        }

        (_told, _story, _notice) = (CorrelationId, null, null);
        if (!string.IsNullOrEmpty(CorrelationId))
        {
            _isLoading = true;
            _story = await Teller.TellAsync(CorrelationId, CancellationToken.None);
            _isLoading = false;
        }
    }

    /// <summary>An order that has ended has no news, but for the last of its telemetry.</summary>
    private async Task RenewAsync()
    {
        if (_story is { Order.Status: OrderStatus.UnderWay } or { Lines.Count: 0 } && await Teller.TellAsync(CorrelationId!, CancellationToken.None) is { } story)
        {
            _story = story;
        }
    }

    private void Go(string correlationId) => Address.NavigateTo($"/story/{Uri.EscapeDataString(correlationId)}");

    private async Task GoToAnyAsync(OrderStatus status)
    {
        if (await Teller.AnyAsync(status, CancellationToken.None) is { } order)
        {
            Go(order);
        }
        else
        {
            _notice = status == OrderStatus.Dropped
                ? "No order that is held is known to be lost. If the services log plain text, nothing says which one was."
                : "No order that is held has been delivered.";
        }
    }
}
