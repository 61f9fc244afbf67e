using System.Diagnostics;
using System.Globalization;
using System.Text;
using Amazon.SQS.Model;
using Delivery.Worker.Functions;
using ServiceDefaults.Telemetry;

namespace Delivery.Worker.EventSource;

/// <summary>A received message, read.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="ReceiptHandle">What this receive is known by.</param>
/// <param name="ReceiveCount">How often the message was received, this time included.</param>
/// <param name="Parent">The trace that it belongs to: <c>AWSTraceHeader</c>, else what the detail carries.</param>
/// <param name="Event">The event in it; null if it is no EventBridge envelope.</param>
internal sealed record QueueMessage(string Id, string ReceiptHandle, int ReceiveCount, ActivityContext Parent, OrderEvent? Event)
{
    /// <summary>The system attributes to ask for.</summary>
    public static IReadOnlyList<string> AttributeNames { get; } = ["ApproximateReceiveCount", "AWSTraceHeader"];

    /// <summary>Reads a message as the SDK gives it.</summary>
    public static QueueMessage Read(Message message)
    {
        var order = OrderEvent.Parse(Encoding.UTF8.GetBytes(message.Body ?? ""));
        var header = message.Attributes?.GetValueOrDefault("AWSTraceHeader");
        var count = message.Attributes?.GetValueOrDefault("ApproximateReceiveCount");
        return new QueueMessage(
            message.MessageId,
            message.ReceiptHandle,
            int.TryParse(count, CultureInfo.InvariantCulture, out var received) ? received : 1,
            XRayTraceHeader.TryParse(header, out var parent) ? parent : order?.Trace ?? default,
            order);
    }
}
