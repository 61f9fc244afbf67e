namespace Aspire.Hosting.Embedded;

/// <summary>Where the build has put the assembly of a project. The generated <c>Projects.*</c> classes carry it.</summary>
/// <param name="path">The full path of the assembly.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BuiltOutputAttribute(string path) : Attribute
{
    /// <summary>The full path of the assembly.</summary>
    public string Path { get; } = path;
}
