using System.Text.Json.Serialization;

namespace LocalAws.CloudWatchLogs;

internal sealed record LogGroupRequest(string? LogGroupName);

internal sealed record LogStreamRequest(string? LogGroupName, string? LogStreamName);

internal sealed record LogsEmptyResponse;

internal sealed record DescribeLogGroupsRequest(string? LogGroupNamePrefix, string? LogGroupNamePattern, int? Limit, string? NextToken);

internal sealed record LogGroupEntry(string LogGroupName, string Arn, string LogGroupArn, long CreationTime, long StoredBytes, int MetricFilterCount);

internal sealed record DescribeLogGroupsResponse(IReadOnlyList<LogGroupEntry> LogGroups, string? NextToken);

internal sealed record DescribeLogStreamsRequest(
    string? LogGroupName, string? LogGroupIdentifier, string? LogStreamNamePrefix, string? OrderBy, bool? Descending, int? Limit, string? NextToken);

internal sealed record LogStreamEntry(
    string LogStreamName,
    string Arn,
    long CreationTime,
    long? FirstEventTimestamp,
    long? LastEventTimestamp,
    long? LastIngestionTime,
    string UploadSequenceToken,
    long StoredBytes);

internal sealed record DescribeLogStreamsResponse(IReadOnlyList<LogStreamEntry> LogStreams, string? NextToken);

internal sealed record InputLogEvent(long? Timestamp, string? Message);

internal sealed record PutLogEventsRequest(string? LogGroupName, string? LogStreamName, IReadOnlyList<InputLogEvent?>? LogEvents);

internal sealed record PutLogEventsResponse(string NextSequenceToken);

internal sealed record GetLogEventsRequest(
    string? LogGroupName,
    string? LogGroupIdentifier,
    string? LogStreamName,
    long? StartTime,
    long? EndTime,
    int? Limit,
    string? NextToken,
    bool? StartFromHead);

internal sealed record OutputLogEvent(long Timestamp, string Message, long IngestionTime);

internal sealed record GetLogEventsResponse(IReadOnlyList<OutputLogEvent> Events, string NextForwardToken, string NextBackwardToken);

internal sealed record FilterLogEventsRequest(
    string? LogGroupName,
    string? LogGroupIdentifier,
    IReadOnlyList<string>? LogStreamNames,
    string? LogStreamNamePrefix,
    long? StartTime,
    long? EndTime,
    string? FilterPattern,
    int? Limit,
    string? NextToken);

internal sealed record FilteredLogEvent(string LogStreamName, long Timestamp, string Message, long IngestionTime, string EventId);

internal sealed record FilterLogEventsResponse(
    IReadOnlyList<FilteredLogEvent> Events, IReadOnlyList<string> SearchedLogStreams, string? NextToken);

/// <summary>Serialization of CloudWatch Logs' requests and answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LogGroupRequest))]
[JsonSerializable(typeof(LogStreamRequest))]
[JsonSerializable(typeof(LogsEmptyResponse))]
[JsonSerializable(typeof(DescribeLogGroupsRequest))]
[JsonSerializable(typeof(DescribeLogGroupsResponse))]
[JsonSerializable(typeof(DescribeLogStreamsRequest))]
[JsonSerializable(typeof(DescribeLogStreamsResponse))]
[JsonSerializable(typeof(PutLogEventsRequest))]
[JsonSerializable(typeof(PutLogEventsResponse))]
[JsonSerializable(typeof(GetLogEventsRequest))]
[JsonSerializable(typeof(GetLogEventsResponse))]
[JsonSerializable(typeof(FilterLogEventsRequest))]
[JsonSerializable(typeof(FilterLogEventsResponse))]
internal sealed partial class LogJson : JsonSerializerContext;
