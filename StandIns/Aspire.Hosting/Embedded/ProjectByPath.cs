namespace Aspire.Hosting.Embedded;

/// <summary>A project that is named by its path; its output is where the SDK puts it.</summary>
internal sealed class ProjectByPath(string path) : IProjectMetadata
{
    public string ProjectPath => path;
}
