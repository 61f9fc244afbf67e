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

        if (!IsAllowed(content.Body))
        {
            return SqsErrors.MessageContents();
        }

        return content.Size > maximumSize
            ? SqsErrors.Parameter($"One or more parameters are invalid. Reason: Message must be shorter than {maximumSize} bytes.")
            : FindAttributeFault(content);
    }

    /// <summary>Whether all characters are those of XML 1.0, <c>#x9 | #xA | #xD | #x20-#xD7FF | #xE000-#xFFFD | #x10000-#x10FFFF</c>.</summary>
    public static bool IsAllowed(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (char.IsHighSurrogate(letter) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (letter is not ('\t' or '\n' or '\r' or (>= ' ' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD')))
            {
                return false;
            }
        }

        return true;
    }

    private static AwsException? FindAttributeFault(MessageContent content) =>
        content.Attributes.Select(static pair => AttributeRules.FindFault(pair.Key, pair.Value)).FirstOrDefault(static fault => fault is not null);
}
