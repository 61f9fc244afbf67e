namespace Dashboard.Telemetry;

/// <summary>The processes that a database's rows come from, by the numbers that the rows have.</summary>
internal interface IResourceLookup
{
    /// <summary>The resource of a number.</summary>
    Resource this[int id] { get; }

    /// <summary>The numbers of a service's processes.</summary>
    IReadOnlyList<int> IdsOf(string service);
}
