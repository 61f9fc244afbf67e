using System.Globalization;
using LocalAws.CloudWatchLogs.Wire;
using LocalAws.Protocol;

namespace LocalAws.CloudWatchLogs;

/// <summary>The operations of CloudWatch Logs by which the events in a log group can be looked at.</summary>
internal sealed class LogsModule(LogStore store) : IOperationModule
{
    private const int MostGroups = 50;
    private const int MostEvents = 10_000;

    public void Map(OperationTable table)
    {
        var wire = LogJson.Default;
        table.MapJson("Logs_20140328.CreateLogGroup", () => wire.LogGroupRequest, () => wire.LogsEmptyResponse, CreateGroup);
        table.MapJson("Logs_20140328.DeleteLogGroup", () => wire.LogGroupRequest, () => wire.LogsEmptyResponse, DeleteGroup);
        table.MapJson(
            "Logs_20140328.DescribeLogGroups", () => wire.DescribeLogGroupsRequest, () => wire.DescribeLogGroupsResponse, DescribeGroups);
        table.MapJson("Logs_20140328.CreateLogStream", () => wire.LogStreamRequest, () => wire.LogsEmptyResponse, CreateStream);
        table.MapJson(
            "Logs_20140328.DescribeLogStreams", () => wire.DescribeLogStreamsRequest, () => wire.DescribeLogStreamsResponse, DescribeStreams);
        table.MapJson("Logs_20140328.PutLogEvents", () => wire.PutLogEventsRequest, () => wire.PutLogEventsResponse, Put);
        table.MapJson("Logs_20140328.GetLogEvents", () => wire.GetLogEventsRequest, () => wire.GetLogEventsResponse, Get);
        table.MapJson("Logs_20140328.FilterLogEvents", () => wire.FilterLogEventsRequest, () => wire.FilterLogEventsResponse, Filter);
    }

    private ValueTask<LogsEmptyResponse> CreateGroup(LogGroupRequest request, CallContext call, CancellationToken cancellationToken)
    {
        store.CreateGroup(call.Scope, Required("logGroupName", request.LogGroupName));
        return new(new LogsEmptyResponse());
    }

    private ValueTask<LogsEmptyResponse> DeleteGroup(LogGroupRequest request, CallContext call, CancellationToken cancellationToken)
    {
        store.DeleteGroup(call.Scope, Required("logGroupName", request.LogGroupName));
        return new(new LogsEmptyResponse());
    }

    private ValueTask<DescribeLogGroupsResponse> DescribeGroups(
        DescribeLogGroupsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var size = Size(request.Limit, MostGroups);
        var groups = store.ReadAll(call.Scope, all => all
            .Where(group => group.Name.StartsWith(request.LogGroupNamePrefix ?? "", StringComparison.Ordinal)
                && group.Name.Contains(request.LogGroupNamePattern ?? "", StringComparison.OrdinalIgnoreCase)
                && string.CompareOrdinal(group.Name, request.NextToken ?? "") > 0)
            .Take(size + 1)
            .Select(group => new LogGroupEntry(
                group.Name, $"{group.Arn}:*", group.Arn, group.Created.ToUnixTimeMilliseconds(), group.Bytes, MetricFilterCount: 0))
            .ToArray());
        return new(groups.Length > size
            ? new DescribeLogGroupsResponse(groups[..size], groups[size - 1].LogGroupName)
            : new DescribeLogGroupsResponse(groups, null));
    }

    private ValueTask<LogsEmptyResponse> CreateStream(LogStreamRequest request, CallContext call, CancellationToken cancellationToken)
    {
        store.CreateStream(call.Scope, Required("logGroupName", request.LogGroupName), Required("logStreamName", request.LogStreamName));
        return new(new LogsEmptyResponse());
    }

    private ValueTask<DescribeLogStreamsResponse> DescribeStreams(
        DescribeLogStreamsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var size = Size(request.Limit, MostGroups);
        var start = Place(request.NextToken);
        var streams = store.Read(call.Scope, Group(request.LogGroupName, request.LogGroupIdentifier), group =>
        {
            var all = group.Streams.Where(stream => stream.Name.StartsWith(request.LogStreamNamePrefix ?? "", StringComparison.Ordinal));
            var ordered = request.OrderBy == "LastEventTime" ? all.OrderBy(static stream => stream.Last) : all;
            return (request.Descending == true ? ordered.Reverse() : ordered).Skip(start).Take(size + 1).Select(Show).ToArray();
        });
        return new(streams.Length > size
            ? new DescribeLogStreamsResponse(streams[..size], Show(start + size))
            : new DescribeLogStreamsResponse(streams, null));
    }

    private ValueTask<PutLogEventsResponse> Put(PutLogEventsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var events = (request.LogEvents ?? []).Select(static entry => entry is { Timestamp: { } at and >= 0 and < 253_402_300_800_000, Message: { Length: > 0 } message }
            ? (DateTimeOffset.FromUnixTimeMilliseconds(at), message)
            : throw LogErrors.Invalid("Each log event must have a timestamp and a message."));
        store.Put(
            call.Scope, Required("logGroupName", request.LogGroupName), Required("logStreamName", request.LogStreamName), [.. events]);
        return new(new PutLogEventsResponse(Guid.NewGuid().ToString("N")));
    }

    private ValueTask<GetLogEventsResponse> Get(GetLogEventsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var stream = Required("logStreamName", request.LogStreamName);
        var size = Size(request.Limit, MostEvents);
        var events = store.Read(call.Scope, Group(request.LogGroupName, request.LogGroupIdentifier), group => group.FindStream(stream) is null
            ? throw LogErrors.NoStream()
            : group.Events.Where(found => found.Stream == stream && IsWithin(found, request.StartTime, request.EndTime)).ToArray());
        // Tokens are directions and orders: f/7 goes on behind the event 7, b/7 with what is before it.
        var (isBackward, order) = (request.NextToken ?? "").Split('/') switch
        {
            ["f", var text] => (false, Place(text)),
            ["b", var text] => (true, Place(text)),
            [""] => (request.StartFromHead != true, -1),
            _ => throw LogErrors.Invalid("The specified nextToken is invalid."),
        };
        var page = isBackward
            ? events.Where(found => order < 0 || found.Order < order).TakeLast(size).ToArray()
            : [.. events.Where(found => found.Order > order).Take(size)];
        return new(new GetLogEventsResponse(
            [.. page.Select(static found => new OutputLogEvent(Milliseconds(found.At), found.Message, Milliseconds(found.Ingested)))],
            $"f/{Show(page.Length > 0 ? page[^1].Order : Math.Max(order, 0))}",
            $"b/{Show(page.Length > 0 ? page[0].Order : Math.Max(order, 0))}"));
    }

    private ValueTask<FilterLogEventsResponse> Filter(FilterLogEventsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var filter = new LogFilter(request.FilterPattern);
        var size = Size(request.Limit, MostEvents);
        var after = Place(request.NextToken);
        var found = store.Read(call.Scope, Group(request.LogGroupName, request.LogGroupIdentifier), group => group.Events
            .Where(each => each.Order > after
                && request.LogStreamNames?.Contains(each.Stream) != false
                && each.Stream.StartsWith(request.LogStreamNamePrefix ?? "", StringComparison.Ordinal)
                && IsWithin(each, request.StartTime, request.EndTime)
                && filter.Matches(each.Message))
            .Take(size + 1)
            .ToArray());
        return new(new FilterLogEventsResponse(
            [
                .. found.Take(size).Select(static each => new FilteredLogEvent(
                    each.Stream, Milliseconds(each.At), each.Message, Milliseconds(each.Ingested), each.Order.ToString("D56", CultureInfo.InvariantCulture))),
            ],
            [],
            found.Length > size ? Show(found[size - 1].Order) : null));
    }

    private static LogStreamEntry Show(LogStream stream) => new(
        stream.Name,
        stream.Arn,
        Milliseconds(stream.Created),
        stream.First?.ToUnixTimeMilliseconds(),
        stream.Last?.ToUnixTimeMilliseconds(),
        stream.Ingested?.ToUnixTimeMilliseconds(),
        "0",
        StoredBytes: 0);

    private static bool IsWithin(LogEvent found, long? start, long? end) =>
        Milliseconds(found.At) >= (start ?? 0) && Milliseconds(found.At) < (end ?? long.MaxValue);

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    /// <summary>A group's name, or the one in its ARN.</summary>
    private static string Group(string? name, string? identifier) => Required("logGroupName", name ?? (identifier is null ? null : LogGroupArn.NameOf(identifier)));

    private static string Required(string member, string? value) => string.IsNullOrEmpty(value)
        ? throw LogErrors.Invalid($"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null")
        : value;

    private static int Size(int? limit, int most) => limit is null or >= 1 && (limit ?? most) <= most
        ? limit ?? most
        : throw LogErrors.Invalid($"1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value between 1 and {most}");

    private static int Place(string? token) => token is null
        ? 0
        : int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : throw LogErrors.Invalid("The specified nextToken is invalid.");

    private static string Show(long place) => place.ToString(CultureInfo.InvariantCulture);
}
