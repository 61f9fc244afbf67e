using System.Globalization;
using LocalAws.Protocol;

namespace LocalAws.Sqs.Messages;

/// <summary>What a message attribute may be. Source: Amazon SQS Developer Guide, "Message attribute components".</summary>
internal static class AttributeRules
{
    private const int MaximumNameLength = 256;
    private const int MaximumTypeLength = 256;

    /// <summary>Why the attribute is refused; null: it is fine.</summary>
    public static AwsException? FindFault(string name, MessageAttribute attribute)
    {
        if (!IsName(name))
        {
            return SqsErrors.Parameter(
                $"Message (user) attribute name '{name}' can only contain letters, digits, hyphens, underscores and single dots inside, "
                + $"must not start with AWS. or Amazon. and has at most {MaximumNameLength} characters.");
        }

        var type = attribute.DataType.Split('.', 2)[0];
        if (attribute.DataType.Length is 0 or > MaximumTypeLength || type is not ("String" or "Number" or "Binary"))
        {
            return SqsErrors.Parameter(
                $"The type of message (user) attribute '{name}' is invalid. "
                + "You must use only the following supported type prefixes: Binary, Number, String.");
        }

        if (type == "Binary" ? attribute.BinaryValue is not { Length: > 0 } : string.IsNullOrEmpty(attribute.StringValue))
        {
            return SqsErrors.Parameter($"Message (user) attribute '{name}' must contain a non-empty value of type '{type}'.");
        }

        if (type == "Number" && !decimal.TryParse(attribute.StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            && !double.TryParse(attribute.StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return SqsErrors.Parameter($"Can't cast the value of message (user) attribute '{name}' to a number.");
        }

        // Of a body it would be InvalidMessageContents.
        return attribute.StringValue is { } text && !XmlText.IsAllowed(text) ? SqsErrors.Parameter(SqsErrors.MessageContents().Message) : null;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaximumNameLength
        && name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.')
        && name[0] != '.' && name[^1] != '.' && !name.Contains("..", StringComparison.Ordinal)
        && !name.StartsWith("aws.", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("amazon.", StringComparison.OrdinalIgnoreCase);
}
