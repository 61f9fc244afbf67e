using System.Diagnostics;
using Notification.Api.Events;
using Notification.Api.Orders;

namespace Notification.Api.Functions;

/// <summary>Makes an event of an order.</summary>
internal sealed partial class NotificationFunction(OrderEvents events, OrderLedger ledger, NotificationSettings settings, ILogger<NotificationFunction> logger)
{
    /// <summary>Accepts an order, or says why not; when it returns, EventBridge has answered and the ledger has it.</summary>
    /// <param name="request">The request that brings the order.</param>
    /// <param name="correlationId">The id that the order gets.</param>
    public async Task<Publication> NotifyAsync(HttpRequest request, string correlationId)
    {
        Started("START", correlationId);
        var (body, unreadable) = await OrderBody.ReadAsync(request, settings.MaximumEventBytes, request.HttpContext.RequestAborted);
        var publication = unreadable is null ? await PublishAsync(body, correlationId) : new Publication("", unreadable);
        if (publication.Refusal is { } refusal)
        {
            ledger.Reject(correlationId, refusal.Type);
            Failed("FAILED", refusal.Sentence, correlationId);
        }
        else
        {
            ledger.Accept(correlationId);
            Completed("COMPLETE", correlationId);
        }

        return publication;
    }

    private async Task<Publication> PublishAsync(ReadOnlyMemory<byte> body, string correlationId)
    {
        var (order, invalid) = OrderDetail.Read(body.Span);
        if (order is null)
        {
            return new Publication("", invalid);
        }

        // The trace goes on from the span that publishes the event, so the span begins before the event is written.
        using var span = events.StartSpan(correlationId);
        var trace = (span ?? Activity.Current)?.Id;
        var detail = order.Seal(correlationId, trace);
        if (!events.Fits(detail))
        {
            return new Publication("", Refusal.TooLarge(settings.MaximumEventBytes));
        }

        try
        {
            ledger.Intend(new UnsettledOrder(correlationId, trace, detail));
        }
        catch (IOException full)
        {
            CannotNote(full.Message);
            return new Publication("", Refusal.NotNoted);
        }

        Submitting(correlationId);
        return await events.PublishAsync(detail, span);
    }

    [LoggerMessage(1, LogLevel.Information, "{Status} Processing Order Notification [{CorrelationId}]")]
    private partial void Started(string status, string correlationId);

    [LoggerMessage(2, LogLevel.Information, "submit event to EventBus [{CorrelationId}]")]
    private partial void Submitting(string correlationId);

    [LoggerMessage(3, LogLevel.Information, "{Status} order accepted [{CorrelationId}]")]
    private partial void Completed(string status, string correlationId);

    [LoggerMessage(4, LogLevel.Error, "{Status} {Error} [{CorrelationId}]")]
    private partial void Failed(string status, string error, string correlationId);

    [LoggerMessage(5, LogLevel.Critical, "The order ledger cannot be written: {Error}")]
    private partial void CannotNote(string error);
}
