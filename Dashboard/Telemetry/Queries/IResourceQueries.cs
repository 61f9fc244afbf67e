namespace Dashboard.Telemetry.Queries;

/// <summary>Who has sent telemetry.</summary>
internal interface IResourceQueries
{
    /// <summary>The processes, by service and instance, whatever they sent.</summary>
    IReadOnlyList<Resource> List();
}
