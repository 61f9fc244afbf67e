using System.Globalization;
using System.Text;
using System.Text.Json;
using LocalAws.EventBridge.Delivery;
using LocalAws.EventBridge.Patterns;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;
using ServiceDefaults.Telemetry;

namespace LocalAws.EventBridge.Operations;

/// <summary>PutEvents and TestEventPattern.</summary>
internal sealed class PublishOperations(EventRouter router, EventBridgeOptions options, TimeProvider clock) : IOperationModule
{
    private const int MostEntries = 10;

    /// <summary>What AWS counts for an entry's time.</summary>
    private const int TimeBytes = 14;

    /// <summary>What a text must have to be tested as an event.</summary>
    private static readonly string[] RequiredMembers = ["id", "detail-type", "source", "account", "time", "region"];

    private static readonly PutEventsEntry Nothing = new(null, null, null, null, null, null, null);

    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.PutEvents", () => wire.PutEventsRequest, () => wire.PutEventsResponse, Put);
        table.MapJson("AWSEvents.TestEventPattern", () => wire.TestEventPatternRequest, () => wire.TestEventPatternResponse, Test);
    }

    private ValueTask<PutEventsResponse> Put(PutEventsRequest request, CallContext call, CancellationToken cancellationToken)
    {
        var entries = request.Entries ?? [];
        Check(entries);
        if (!string.IsNullOrEmpty(request.EndpointId))
        {
            throw TopologyErrors.Validation($"Parameter EndpointId is not valid. Reason: Endpoint {request.EndpointId} does not exist.");
        }

        var now = clock.GetUtcNow();
        PutEventsResultEntry[] results = [.. entries.Select(entry => Put(entry ?? Nothing, call, now))];
        return new(new PutEventsResponse(results.Count(result => result.ErrorCode is not null), results));
    }

    private PutEventsResultEntry Put(PutEventsEntry entry, CallContext call, DateTimeOffset now)
    {
        if (FindMissing(entry) is { } missing)
        {
            return Refused("InvalidArgument", $"Parameter {missing} is not valid. Reason: {missing} is a required argument.");
        }

        if (entry.Source!.StartsWith("aws.", StringComparison.Ordinal))
        {
            return Refused("NotAuthorizedForSourceException", "Not authorized for the source.");
        }

        try
        {
            using var detail = JsonDocument.Parse(entry.Detail!);
            if (detail.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Refused("MalformedDetail", "Detail is malformed.");
            }

            var envelope = EventEnvelope.Of(entry, detail.RootElement, call.Scope, now);
            router.Route(call.Scope, entry.EventBusName, envelope, XRayTraceHeader.TryParse(entry.TraceHeader, out var trace) ? trace : call.Trace);
            return new PutEventsResultEntry(envelope.Id, null, null);
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException or InvalidOperationException)
        {
            // The latter two: half of a surrogate pair, which JSON text cannot carry.
            return Refused("MalformedDetail", "Detail is malformed.");
        }
    }

    private void Check(IReadOnlyList<PutEventsEntry?> entries)
    {
        new Constraints()
            .Check(entries.Count > 0, Constraints.Failure("entries", "[]", "Member must have length greater than or equal to 1"))
            .Check(
                entries.Count <= MostEntries,
                Constraints.Failure("entries", Show(entries), $"Member must have length less than or equal to {MostEntries}"))
            .Enforce();
        if (entries.Sum(entry => entry is null ? 0L : Size(entry)) > options.MaximumEntriesBytes)
        {
            throw TopologyErrors.Validation("Total size of the entries in the request is over the limit.");
        }
    }

    /// <summary>Source: EventBridge User Guide, "Calculating PutEvents event entry size".</summary>
    private static int Size(PutEventsEntry entry) => (entry.Time is null ? 0 : TimeBytes)
        + Bytes(entry.Source) + Bytes(entry.DetailType) + Bytes(entry.Detail) + (entry.Resources ?? []).Sum(Bytes);

    private static int Bytes(string? text) => Encoding.UTF8.GetByteCount(text ?? "");

    private static string? FindMissing(PutEventsEntry entry) => entry switch
    {
        { Source: null or "" } => "Source",
        { DetailType: null or "" } => "DetailType",
        { Detail: null or "" } => "Detail",
        _ => null,
    };

    private static PutEventsResultEntry Refused(string code, string message) => new(null, code, message);

    private static string Show(IReadOnlyList<PutEventsEntry?> entries) => $"[{string.Join(", ", entries.Select(Show))}]";

    private static string Show(PutEventsEntry? entry) =>
        $"PutEventsRequestEntry(time={entry?.Time?.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture) ?? "null"}, "
        + $"source={Show(entry?.Source)}, resources={(entry?.Resources is { } resources ? $"[{string.Join(", ", resources)}]" : "null")}, "
        + $"detailType={Show(entry?.DetailType)}, detail={Show(entry?.Detail)}, eventBusName={Show(entry?.EventBusName)}, "
        + $"traceHeader={Show(entry?.TraceHeader)}, kmsKeyIdentifier=null, internalMetadata=null)";

    private static string Show(string? text) => text ?? "null";

    private static ValueTask<TestEventPatternResponse> Test(TestEventPatternRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Required("eventPattern", request.EventPattern).Required("event", request.Event).Enforce();
        var pattern = RuleOperations.Compile(request.EventPattern!);
        try
        {
            using var document = JsonDocument.Parse(request.Event!);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && Array.TrueForAll(RequiredMembers, member => root.TryGetProperty(member, out _))
                ? new(new TestEventPatternResponse(pattern.Matches(Encoding.UTF8.GetBytes(request.Event!))))
                : throw new InvalidEventException();
        }
        catch (Exception invalid) when (invalid is InvalidEventException or JsonException)
        {
            throw TopologyErrors.Validation(InvalidEventException.Text);
        }
    }
}
