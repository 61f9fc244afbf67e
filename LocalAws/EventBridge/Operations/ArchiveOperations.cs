using LocalAws.EventBridge.Archives;
using LocalAws.EventBridge.Topology;
using LocalAws.EventBridge.Wire;
using LocalAws.Protocol;

namespace LocalAws.EventBridge.Operations;

/// <summary>The operations on archives.</summary>
internal sealed class ArchiveOperations(TopologyStore store, ArchiveStore archives, TimeProvider clock) : IOperationModule
{
    private const int LongestName = 48;
    private const string Enabled = "ENABLED";

    private static readonly string[] States = ["ENABLED", "DISABLED", "CREATING", "UPDATING", "CREATE_FAILED", "UPDATE_FAILED"];

    public void Map(OperationTable table)
    {
        var wire = EventBridgeWire.Default;
        table.MapJson("AWSEvents.CreateArchive", () => wire.ArchiveRequest, () => wire.ArchiveChangedResponse, Create);
        table.MapJson("AWSEvents.UpdateArchive", () => wire.ArchiveRequest, () => wire.ArchiveChangedResponse, Update);
        table.MapJson("AWSEvents.DescribeArchive", () => wire.ArchiveNameRequest, () => wire.DescribeArchiveResponse, Describe);
        table.MapJson("AWSEvents.DeleteArchive", () => wire.ArchiveNameRequest, () => wire.EmptyResponse, Delete);
        table.MapJson("AWSEvents.ListArchives", () => wire.ListArchivesRequest, () => wire.ListArchivesResponse, List);
    }

    private static Constraints Check(ArchiveRequest request) => new Constraints()
        .Name("archiveName", request.ArchiveName, LongestName)
        .Length("description", request.Description, 512, shortest: 0)
        .Length("eventPattern", request.EventPattern, 4096, shortest: 0)
        .Between("retentionDays", request.RetentionDays, 0, int.MaxValue);

    private ValueTask<ArchiveChangedResponse> Create(ArchiveRequest request, CallContext call, CancellationToken cancellationToken)
    {
        Check(request).Required("eventSourceArn", request.EventSourceArn).Length("eventSourceArn", request.EventSourceArn, 1600).Enforce();
        var pattern = CheckPattern(request.EventPattern);
        var name = request.ArchiveName!;
        var created = store.Update(call.Scope, topology =>
        {
            var now = clock.GetUtcNow();
            var bus = topology.RequireBus(request.EventSourceArn).Name;
            var archive = new Archive(name, topology.Arn($"archive/{name}"), bus, now)
            {
                Description = request.Description,
                Pattern = pattern,
                RetentionDays = request.RetentionDays ?? 0,
                KmsKeyIdentifier = request.KmsKeyIdentifier,
            };
            return topology.AddArchive(archive, ArchiveRules.For(topology, archive), now);
        });
        return new(Changed(created.Archives[name]));
    }

    private ValueTask<ArchiveChangedResponse> Update(ArchiveRequest request, CallContext call, CancellationToken cancellationToken)
    {
        Check(request).Enforce();
        if (request is { Description: null, EventPattern: null, RetentionDays: null, KmsKeyIdentifier: null })
        {
            throw TopologyErrors.Validation("At least one of EventPattern, RetentionDays or Description must be provided.");
        }

        var pattern = CheckPattern(request.EventPattern);
        var updated = store.Update(call.Scope, topology =>
        {
            var existing = topology.RequireArchive(request.ArchiveName!);
            var archive = existing with
            {
                Description = request.Description ?? existing.Description,
                Pattern = pattern ?? existing.Pattern,
                RetentionDays = request.RetentionDays ?? existing.RetentionDays,
                KmsKeyIdentifier = request.KmsKeyIdentifier ?? existing.KmsKeyIdentifier,
            };
            return topology.WithArchive(archive, ArchiveRules.For(topology, archive), clock.GetUtcNow());
        });
        return new(Changed(updated.Archives[request.ArchiveName!]));
    }

    private ValueTask<DescribeArchiveResponse> Describe(ArchiveNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("archiveName", request.ArchiveName, LongestName).Enforce();
        var topology = store.Current(call.Scope);
        var archive = topology.RequireArchive(request.ArchiveName!);
        var (count, bytes) = Measure(call, archive);
        return new(new DescribeArchiveResponse(
            archive.Arn,
            archive.Name,
            topology.Arn($"event-bus/{archive.Bus}"),
            archive.Description,
            archive.Pattern,
            Enabled,
            archive.KmsKeyIdentifier,
            archive.RetentionDays,
            bytes,
            count,
            archive.Created));
    }

    private ValueTask<EmptyResponse> Delete(ArchiveNameRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().Name("archiveName", request.ArchiveName, LongestName).Enforce();
        store.Update(call.Scope, topology => topology.RemoveArchive(request.ArchiveName!, clock.GetUtcNow()));
        archives.Remove(new ArchiveKey(call.Scope, request.ArchiveName!));
        return new(new EmptyResponse());
    }

    private ValueTask<ListArchivesResponse> List(ListArchivesRequest request, CallContext call, CancellationToken cancellationToken)
    {
        new Constraints().OneOf("state", request.State, States).Enforce();
        if (new[] { request.NamePrefix, request.EventSourceArn, request.State }.Count(static filter => filter is not null) > 1)
        {
            throw TopologyErrors.Validation("At most one filter is allowed for ListArchives. Use either : State, EventSourceArn, or NamePrefix.");
        }

        var topology = store.Current(call.Scope);
        var bus = request.EventSourceArn is null ? null : topology.RequireBus(request.EventSourceArn).Name;
        var matching = topology.Archives.Values.Where(archive => (bus is null || archive.Bus == bus) && (request.State is null or Enabled));
        var page = Page.Of(matching, archive => archive.Name, request.NamePrefix, request.Limit, request.NextToken);
        return new(new ListArchivesResponse([.. page.Items.Select(archive => Summarize(call, topology, archive))], page.NextToken));
    }

    private ArchiveEntry Summarize(CallContext call, EventTopology topology, Archive archive)
    {
        var (count, bytes) = Measure(call, archive);
        return new(archive.Name, topology.Arn($"event-bus/{archive.Bus}"), Enabled, archive.RetentionDays, bytes, count, archive.Created);
    }

    private (long Count, long Bytes) Measure(CallContext call, Archive archive) =>
        archives.Measure(new ArchiveKey(call.Scope, archive.Name), archive.RetentionDays);

    private static string? CheckPattern(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern))
        {
            return null;
        }

        RuleOperations.Compile(pattern);
        return pattern;
    }

    private static ArchiveChangedResponse Changed(Archive archive) => new(archive.Arn, Enabled, archive.Created);
}
