namespace LocalAws.CloudWatchLogs.Wire;

/// <summary>A log stream as it is told; times are in milliseconds since 1970.</summary>
internal sealed record LogStreamEntry(
    string LogStreamName,
    string Arn,
    long CreationTime,
    long? FirstEventTimestamp,
    long? LastEventTimestamp,
    long? LastIngestionTime,
    string UploadSequenceToken,
    long StoredBytes);
