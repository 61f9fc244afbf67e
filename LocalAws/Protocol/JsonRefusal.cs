using System.Text.Json;

namespace LocalAws.Protocol;

/// <summary>A refusal as the AWS JSON protocols tell it.</summary>
internal static class JsonRefusal
{
    /// <summary>The header that names the error.</summary>
    public const string TypeHeader = "x-amzn-ErrorType";

    /// <summary>The header that tells clients that knew the Query protocol the code that they knew.</summary>
    public const string QueryErrorHeader = "x-amzn-query-error";

    private const string SqsTarget = "AmazonSQS.";

    /// <summary>Writes the body.</summary>
    /// <param name="target">The operation, <c>X-Amz-Target</c>.</param>
    public static void Write(Utf8JsonWriter writer, string target, AwsException refusal)
    {
        writer.WriteStartObject();
        writer.WriteString("__type", TypeOf(target, refusal.Code));
        writer.WriteString("message", refusal.Message);
        writer.WriteEndObject();
    }

    /// <summary>The value of <see cref="QueryErrorHeader"/>; null: there is no such header.</summary>
    public static string? QueryErrorOf(AwsException refusal) =>
        refusal.QueryCode is { } queryCode ? $"{queryCode};{refusal.Fault}" : null;

    /// <summary>SQS gives its own errors with their namespace, and those of its framework with the framework's.</summary>
    private static string TypeOf(string target, string code) => !target.StartsWith(SqsTarget, StringComparison.Ordinal) ? code
        : code.EndsWith("Exception", StringComparison.Ordinal) && code != "ResourceNotFoundException" ? "com.amazon.coral.service#" + code
        : "com.amazonaws.sqs#" + code;
}
