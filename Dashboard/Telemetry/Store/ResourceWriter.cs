namespace Dashboard.Telemetry.Store;

/// <summary>Writes the table of resources, each before the first row that refers to it.</summary>
internal sealed class ResourceWriter(TelemetryDatabase database, ResourceTable resources)
{
    private readonly Lock _lock = new();
    private int _written;

    /// <summary>Writes what is new.</summary>
    public void Flush()
    {
        if (Volatile.Read(ref _written) == resources.Count)
        {
            return;
        }

        lock (_lock)
        {
            using var connection = database.Open();
            for (var count = resources.Count; _written < count; Volatile.Write(ref _written, _written + 1))
            {
                var resource = resources[_written];
                TelemetryDatabase.Execute(
                    connection,
                    // An error after the commit leaves the row there, and it comes again.
                    "INSERT INTO resources SELECT ?, ?, ?, ?, ?, make_timestamp_ns(?) WHERE NOT EXISTS (FROM resources WHERE id = ?)",
                    resource.Id, resource.Key.Service, resource.Key.Instance, TagJson.Write(resource.Tags), resource.Clock.Speed,
                    UnixNanos.ToStored(resource.Clock.Origin), resource.Id);
            }
        }
    }
}
