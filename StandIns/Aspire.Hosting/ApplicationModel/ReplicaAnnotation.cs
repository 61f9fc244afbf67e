namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource runs more than once.</summary>
/// <param name="replicas">How often.</param>
public class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    /// <summary>How often.</summary>
    public int Replicas { get; } = replicas;
}
