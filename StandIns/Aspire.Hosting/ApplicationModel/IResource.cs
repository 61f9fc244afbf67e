namespace Aspire.Hosting.ApplicationModel;

/// <summary>One thing that the app host runs or knows: a project, an executable, a parameter, a stack.</summary>
public interface IResource
{
    /// <summary>The unique name.</summary>
    string Name { get; }

    /// <summary>What was said about the resource, in the order it was said.</summary>
    ResourceAnnotationCollection Annotations { get; }
}
