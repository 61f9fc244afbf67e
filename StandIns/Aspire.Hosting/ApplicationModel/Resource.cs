namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource with a name and annotations.</summary>
public abstract class Resource : IResource
{
    /// <summary>Creates a resource.</summary>
    /// <param name="name">The unique name: ASCII letters, digits and single hyphens, a letter first, 64 characters at most.</param>
    /// <exception cref="ArgumentException">The name breaks the rule.</exception>
    protected Resource(string name)
    {
        ResourceNames.Check(name);
        Name = name;
    }

    /// <inheritdoc/>
    public virtual string Name { get; }

    /// <inheritdoc/>
    public virtual ResourceAnnotationCollection Annotations { get; } = [];
}
