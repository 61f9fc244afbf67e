namespace Notification.Api.Orders;

/// <summary>Why an order is not accepted.</summary>
/// <param name="Type">The kind of reason, one of few: the attribute <c>error.type</c>.</param>
/// <param name="Sentence">The reason for the caller, one sentence.</param>
internal sealed record Refusal(string Type, string Sentence)
{
    public static Refusal Empty { get; } = new("empty", "The body is empty: it must be a JSON object.");

    public static Refusal ByteOrderMark { get; } =
        new("invalid_json", "The body begins with a byte order mark: it must be a JSON object in plain UTF-8.");

    public static Refusal InvalidUtf8 { get; } = new("invalid_utf8", "The body is not valid UTF-8.");

    public static Refusal Unreadable { get; } = new("unreadable", "The body could not be read to its end.");

    public static Refusal NotNoted { get; } = new("not_noted", "The order could not be noted on this side's disk, and was not published.");

    public static Refusal NotJson(long line, long position) =>
        new("invalid_json", $"The body is not valid JSON: see line {line + 1}, byte {position + 1}.");

    public static Refusal NotAnObject(string kind) => new("not_an_object", $"The body is {kind}: it must be a JSON object.");

    public static Refusal TooDeep(int limit) => new("too_deep", $"The body is nested too deeply: {limit} levels are allowed.");

    public static Refusal TooLarge(int limit) => new("too_large", $"The order is too large: as an event it may have {limit} bytes.");
}
