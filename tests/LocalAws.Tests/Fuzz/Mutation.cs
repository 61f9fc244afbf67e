using System.Globalization;

namespace LocalAws.Tests.Fuzz;

/// <summary>Damages text the way senders do, and the way attackers do.</summary>
internal static class Mutation
{
    private static readonly string[] Pieces =
    [
        "null", "true", "-1", "1e400", "99999999999999999999", "0.5", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "{", "}", "[", "]", ",", ":", "\"",
        "{\"a\":[", "\u0001", "\ufeff", "\r\n", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "]]>", "%00", "%", "+", "&", "=", "${", "!Ref", "!Sub",
        "*", "**", "anything-but", "prefix", "numeric", "cidr", "$or", "exists", "arn:aws:sqs:::", "arn:aws:events:::rule/", "/000000000000/q", "../..",
        "Fn::GetAtt", "Fn::Sub", "Fn::Select", "Fn::If", "AWS::NoValue", "&a [*a]", "<<: *a", "- - - -", "|\n  a", "? : ?", "\t", "é", "𝄞", "(a+)+$",
    ];

    /// <summary>The text after some damage.</summary>
    public static string Damage(Random random, string text)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(text.Length + 1);
            var end = Math.Min(text.Length, at + random.Next(1, 20));
            text = random.Next(8) switch
            {
                0 => text[..at],
                1 => text[..at] + text[end..],
                2 => text[..end] + text[at..],
                3 => text[..at] + new string((char)random.Next(1, 128), random.Next(1, 200)) + text[at..],
                4 => text[..at] + string.Concat(Enumerable.Repeat("{\"a\":[", random.Next(1, 300))) + text[at..],
                5 when at < end => text[..at] + (char)(text[at] ^ (1 << random.Next(7))) + text[(at + 1)..],
                _ => text[..at] + Pieces[random.Next(Pieces.Length)] + text[end..],
            };
        }

        return text;
    }

    /// <summary>A value where a JSON value goes, of any type.</summary>
    public static string Value(Random random, int depth = 0) => random.Next(depth > 3 ? 6 : 9) switch
    {
        0 => Pieces[random.Next(Pieces.Length)],
        1 => random.Next(int.MinValue, int.MaxValue).ToString(CultureInfo.InvariantCulture),
        2 => $"\"{new string('x', random.Next(300))}\"",
        3 => "\"/000000000000/q\"",
        4 => "\"q\"",
        5 => "true",
        6 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1)))}]",
        _ => $"{{{string.Join(',', Enumerable.Range(0, random.Next(5)).Select(_ => $"\"{Name(random)}\":{Value(random, depth + 1)}"))}}}",
    };

    /// <summary>A member that some operation knows.</summary>
    public static string Name(Random random) => Names[random.Next(Names.Length)];

    private static readonly string[] Names =
    [
        "QueueUrl", "QueueName", "Attributes", "Entries", "Id", "MessageBody", "ReceiptHandle", "MessageAttributes", "DataType", "StringValue",
        "BinaryValue", "DelaySeconds", "Name", "Names", "Value", "Type", "Path", "NextToken", "SecretId", "SecretString", "SecretBinary", "Tags",
        "TagKeys", "AttributeNames", "RedrivePolicy", "VisibilityTimeout", "MaxResults", "AllowedPattern", "ClientRequestToken", "EventPattern",
        "Event", "EventBusName", "ScheduleExpression", "State", "Targets", "Arn", "Rule", "Input", "InputPath", "InputTransformer", "InputTemplate",
        "InputPathsMap", "RetryPolicy", "MaximumRetryAttempts", "DeadLetterConfig", "HttpParameters", "AuthParameters", "AuthorizationType",
        "ConnectionArn", "HttpMethod", "InvocationEndpoint", "InvocationRateLimitPerSecond", "Detail", "DetailType", "Source", "Time", "Resources",
        "Limit", "NamePrefix", "Ids", "Force", "Description", "Filters", "ParameterFilters", "Key", "Option", "Values", "Labels", "Recursive",
        "MessageGroupId", "MessageDeduplicationId", "SourceArn", "DestinationArn", "TaskHandle", "WaitTimeSeconds", "ArchiveName",
        "EventSourceArn", "RetentionDays", "ReplayName", "Destination", "EventStartTime", "EventEndTime", "VersionStage", "ForceDeleteWithoutRecovery",
        "ExcludeCharacters", "PasswordLength", "CreationDate", "Overwrite", "Tier", "Policies",
    ];
}
