using System.Security.Cryptography;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Messages;

/// <summary>What a message may be. Source: API_SendMessage.</summary>
internal static class MessageRules
{
    private const int MaximumAttributes = 10;
    private const int MaximumIdLength = 128;

    /// <summary>The message as the queue takes it: with a deduplication id if the queue makes one of the body.</summary>
    /// <exception cref="AwsException">The message is refused.</exception>
    public static MessageContent Complete(MessageContent content, QueueSettings settings)
    {
        CheckContent(content, settings.MaximumMessageSize);
        CheckId("MessageGroupId", content.GroupId);
        CheckId("MessageDeduplicationId", content.DeduplicationId);
        if (!settings.IsFifo)
        {
            // A standard queue carries a group along ("fair queues") and does not order by it.
            return content.DeduplicationId is not { } unwanted
                ? content
                : throw SqsErrors.Parameter(
                    unwanted, "MessageDeduplicationId", "The request include parameter that is not valid for this queue type.");
        }

        if (content.GroupId is null)
        {
            throw SqsErrors.Missing("MessageGroupId");
        }

        if (content.DeduplicationId is not null)
        {
            return content;
        }

        return settings.DeduplicatesByContent
            ? content with { DeduplicationId = Convert.ToHexStringLower(SHA256.HashData(content.Body)) }
            : throw SqsErrors.Parameter(
                "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
    }

    private static void CheckContent(MessageContent content, int maximumSize)
    {
        if (content.Body.Length == 0)
        {
            throw SqsErrors.Missing("MessageBody");
        }

        if (content.Attributes.Count > MaximumAttributes)
        {
            throw SqsErrors.Parameter(
                $"Number of message attributes [{content.Attributes.Count}] exceeds the allowed maximum [{MaximumAttributes}].");
        }

        if (!XmlText.IsAllowed(content.Body))
        {
            throw SqsErrors.MessageContents();
        }

        if (content.Size > maximumSize)
        {
            throw SqsErrors.Parameter($"One or more parameters are invalid. Reason: Message must be shorter than {maximumSize} bytes.");
        }

        if (content.Attributes.Count == 0)
        {
            return;
        }

        foreach (var (name, attribute) in content.Attributes)
        {
            if (AttributeRules.FindFault(name, attribute) is { } fault)
            {
                throw fault;
            }
        }
    }

    private static void CheckId(string name, string? id)
    {
        if (id is not null
            && (id.Length is 0 or > MaximumIdLength || !id.All(static letter => letter is > ' ' and <= '~')))
        {
            throw SqsErrors.Parameter(
                id, name, $"{name} can only include alphanumeric and punctuation characters. 1 to {MaximumIdLength} in length.");
        }
    }
}
