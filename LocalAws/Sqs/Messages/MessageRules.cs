using LocalAws.Protocol;

namespace LocalAws.Sqs.Messages;

/// <summary>What a message may be. Source: API_SendMessage.</summary>
internal static class MessageRules
{
    private const int MaximumAttributes = 10;

    /// <summary>Why the message is refused; null: it is fine.</summary>
    public static AwsException? FindFault(MessageContent content, int maximumSize)
    {
        if (content.Body.Length == 0)
        {
            return SqsErrors.Missing("MessageBody");
        }

        if (content.Attributes.Count > MaximumAttributes)
        {
            return SqsErrors.Parameter(
                $"Number of message attributes [{content.Attributes.Count}] exceeds the allowed maximum [{MaximumAttributes}].");
        }

        if (!XmlText.IsAllowed(content.Body))
        {
            return SqsErrors.MessageContents();
        }

        return content.Size > maximumSize
            ? SqsErrors.Parameter($"One or more parameters are invalid. Reason: Message must be shorter than {maximumSize} bytes.")
            : FindAttributeFault(content);
    }

    private static AwsException? FindAttributeFault(MessageContent content) =>
        content.Attributes
            .Select(static pair => AttributeRules.FindFault(pair.Key, pair.Value))
            .FirstOrDefault(static fault => fault is not null);
}
