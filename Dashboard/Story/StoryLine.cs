using Dashboard.Telemetry.Queries;

namespace Dashboard.Story;

/// <summary>A log line in the talk's table: timestamp, service, status, message.</summary>
/// <param name="Record">The record.</param>
/// <param name="Status">START, COMPLETE or FAILED; empty: a line in between.</param>
/// <param name="Message">The message without its status.</param>
internal sealed record StoryLine(LogRow Record, string Status, string Message)
{
    private static readonly string[] Statuses = ["START", "COMPLETE", "FAILED"];

    /// <summary>Takes a record's message apart.</summary>
    public static StoryLine Of(LogRow record)
    {
        var message = record.Message;
        var status = Array.Find(Statuses, known => message.StartsWith(known, StringComparison.Ordinal) && (message.Length == known.Length || message[known.Length] is ' ' or ':'));
        return status is null ? new(record, "", message) : new(record, status, message[status.Length..].TrimStart(' ', ':'));
    }
}
