namespace LocalAws.CloudFormation.Resources;

/// <summary>What a property of a resource type is like.</summary>
internal enum PropertyKind
{
    /// <summary>May be given, and changes in place.</summary>
    Optional,

    /// <summary>Must be given, and changes in place.</summary>
    Required,

    /// <summary>May be given; another value makes another resource.</summary>
    Identity,

    /// <summary>Must be given; another value makes another resource.</summary>
    RequiredIdentity,
}

/// <summary>A kind of resource that stacks can have.</summary>
/// <param name="name">Such as <c>AWS::SQS::Queue</c>.</param>
/// <param name="attributes">What GetAtt may ask for.</param>
/// <param name="properties">The properties that it knows.</param>
internal abstract class ResourceType(string name, IEnumerable<string> attributes, IEnumerable<(string Name, PropertyKind Kind)> properties)
{
    public string Name { get; } = name;

    public IReadOnlySet<string> Attributes { get; } = attributes.ToHashSet();

    public IReadOnlyDictionary<string, PropertyKind> Properties { get; } =
        properties.ToDictionary(static property => property.Name, static property => property.Kind);

    /// <summary>The property that names the resource; null: it has none.</summary>
    public virtual string? NameProperty => null;

    /// <exception cref="Protocol.AwsException">Its service refuses it.</exception>
    public abstract ResourceInstance Create(ResourceContext context, ResourceProperties properties);

    /// <summary>Changes a resource in place.</summary>
    /// <exception cref="Protocol.AwsException">Its service refuses it.</exception>
    public abstract ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties);

    /// <summary>Deletes a resource; one that is gone already is fine.</summary>
    public abstract void Delete(ResourceContext context, ResourceInstance existing);
}
