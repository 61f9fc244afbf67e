using Dashboard.Components.Formats;
using Dashboard.Runs;
using Dashboard.Story;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Components.Pages.Story;

/// <summary>One order from its acceptance to its end.</summary>
public sealed partial class StoryPage
{
    private OrderStory? _story;
    private (string? Run, string? Order, string? Any) _told;
    private string? _notice;
    private string? _refusal;
    private bool _isLoading;

    /// <summary>The order; null: none is chosen.</summary>
    [Parameter]
    public string? CorrelationId { get; set; }

    /// <summary>The run that the order belongs to, if an earlier process recorded it.</summary>
    [SupplyParameterFromQuery(Name = "run")]
    private string? Run { get; set; }

    /// <summary>How any order ended that is to be told of; the address then becomes that order's.</summary>
    [SupplyParameterFromQuery(Name = "any")]
    private string? Any { get; set; }

    [Inject]
    private StoryTeller Teller { get; set; } = null!;

    [Inject]
    private NavigationManager Address { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var wanted = (Run, CorrelationId, Any);
        if (_told == wanted)
        {
            return;
        }

        (_told, _story, _notice, _refusal, _isLoading) = (wanted, null, null, null, true);
        try
        {
            if (!string.IsNullOrEmpty(CorrelationId))
            {
                var story = await Teller.TellAsync(Run, CorrelationId, CancellationToken.None);
                if (_told == wanted)
                {
                    _story = story;
                }
            }
            else if (Enum.TryParse<OrderStatus>(Any, ignoreCase: true, out var status))
            {
                await GoToAnyAsync(status, replace: true);
            }
        }
        catch (RunNotReadableException refused) when (_told == wanted)
        {
            _refusal = refused.Message;
        }
        catch (RunNotReadableException)
        {
            // Another order is told of meanwhile.
        }

        // The address of an order that was chosen at random leads here again, before this.
        if (_told == wanted)
        {
            _isLoading = false;
        }
    }

    /// <summary>An order that has ended has no news, but for the last of its telemetry.</summary>
    private async Task RenewAsync()
    {
        if (_story is { Order.Status: OrderStatus.UnderWay } or { Lines.Count: 0 } && await Teller.TellAsync(Run, CorrelationId!, CancellationToken.None) is { } story)
        {
            _story = story;
        }
    }

    private void Go(string correlationId, bool replace = false) => Address.NavigateTo(RunAddress.Story(correlationId, Run), replace: replace);

    private async Task GoToAnyAsync(OrderStatus status, bool replace = false)
    {
        if (await Teller.AnyAsync(Run, status, CancellationToken.None) is { } order)
        {
            Go(order, replace);
        }
        else
        {
            _notice = status == OrderStatus.Dropped
                ? "No order that is held is known to be lost. If the services log plain text, nothing says which one was."
                : "No order that is held has been delivered.";
        }
    }
}
