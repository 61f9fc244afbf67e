namespace Dashboard.Telemetry.Store;

/// <summary>The processes of a database that is not written any more, as its table has them.</summary>
internal sealed class StoredResources : IResourceLookup
{
    private readonly Dictionary<int, Resource> _byId;

    private StoredResources(IEnumerable<Resource> resources) => _byId = resources.ToDictionary(resource => resource.Id);

    /// <inheritdoc />
    public Resource this[int id] => _byId[id];

    /// <summary>Reads them.</summary>
    public static async Task<StoredResources> ReadAsync(ITelemetrySource database, CancellationToken cancellationToken) => new(await database.QueryAsync(
        new("SELECT id, service, instance, clock_speed, epoch_ns(clock_origin), attributes FROM resources"),
        row => new Resource(
            new(row.GetString(1), row.GetString(2)),
            new(row.GetDouble(3), UnixNanos.FromStored(row.GetInt64(4))),
            TagJson.Read(TraceQueries.Text(row, 5)))
        { Id = row.GetInt32(0) },
        cancellationToken));

    /// <inheritdoc />
    public IReadOnlyList<int> IdsOf(string service) => [.. _byId.Values.Where(resource => resource.Key.Service == service).Select(resource => resource.Id)];
}
