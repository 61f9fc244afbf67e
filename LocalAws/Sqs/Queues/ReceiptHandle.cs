using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// What a receive hands out to delete or extend a message by. Each receive has its own, and any of them names the
/// message as long as it is in the queue, as at SQS's standard queues.
/// </summary>
/// <param name="QueueArn">The queue that handed it out.</param>
/// <param name="Order">The message's order in that queue.</param>
/// <param name="Receipt">The receive's number in that queue.</param>
internal sealed record ReceiptHandle(string QueueArn, long Order, long Receipt)
{
    private const int MaximumLength = 1024;

    /// <summary>Reads a handle; false if it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ReceiptHandle? handle)
    {
        handle = null;
        Span<byte> bytes = stackalloc byte[MaximumLength];
        if (text.Length > MaximumLength || !Convert.TryFromBase64String(text, bytes, out var length))
        {
            return false;
        }

        if (Encoding.UTF8.GetString(bytes[..length]).Split(' ') is [var arn, var order, var receipt]
            && long.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var orderNumber)
            && long.TryParse(receipt, NumberStyles.None, CultureInfo.InvariantCulture, out var receiptNumber))
        {
            handle = new ReceiptHandle(arn, orderNumber, receiptNumber);
        }

        return handle is not null;
    }

    /// <summary>The handle as clients see it.</summary>
    public override string ToString() =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{QueueArn} {Order} {Receipt}")));
}
