using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Where a project is.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    /// <summary>The full path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>The launch settings, if they are not those beside the project.</summary>
    LaunchSettings? LaunchSettings => null;

    /// <summary>Whether it is built already.</summary>
    bool SuppressBuild => false;
}
