using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Embedded;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Tells a resource where every endpoint of another is.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.WithReference(source, source.Resource.Name);
    }

    /// <summary>Tells a resource, under another name, where every endpoint of another is.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source, string name)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        ServiceReference.Of(builder, source.Resource, name).IncludeAll();
        return builder;
    }

    /// <summary>Tells a resource where one endpoint of another is.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(endpointReference);
        ServiceReference.Of(builder, endpointReference.Resource, endpointReference.Resource.Name).Include(endpointReference.EndpointName);
        return builder;
    }

    /// <summary>Tells a resource where something outside the application is.</summary>
    /// <param name="name">The name to find it by.</param>
    /// <param name="uri">An absolute address without a path.</param>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, string name, Uri uri)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(uri);
        if (!uri.IsAbsoluteUri || uri.AbsolutePath != "/")
        {
            throw new InvalidOperationException($"'{uri}' must be an absolute address without a path to be found as '{name}'.");
        }

        return builder.WithVariable($"services__{name}__default__0", uri.ToString());
    }

    /// <summary>Tells a resource where an external service is.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<ExternalServiceResource> externalService)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(externalService);
        var (name, uri) = (externalService.Resource.Name, externalService.Resource.Uri!);
        return builder
            .WithVariable($"services__{name}__{uri.Scheme}__0", uri.ToString())
            .WithVariable(ResourceNames.ForEnvironment(name), uri.ToString());
    }

    /// <summary>Gives a resource the connection string of another.</summary>
    /// <param name="source">The other.</param>
    /// <param name="connectionName">The name to find it by. Default: the other's.</param>
    /// <param name="optional">Whether it may be missing.</param>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        var resource = source.Resource;
        var variable = resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{connectionName ?? resource.Name}";
        return builder.WithReferenceRelationship(resource).WithEnvironment(async context =>
        {
            if (context.ExecutionContext.IsPublishMode)
            {
                context.EnvironmentVariables[variable] = resource.ConnectionStringExpression;
                return;
            }

            try
            {
                if (await resource.GetConnectionStringAsync(context.CancellationToken) is { Length: > 0 } value)
                {
                    context.EnvironmentVariables[variable] = value;
                    return;
                }
            }
            catch (MissingParameterValueException) when (optional)
            {
                return;
            }

            if (!optional)
            {
                throw new DistributedApplicationException($"The connection string '{resource.Name}' is missing.");
            }
        });
    }

    /// <summary>Says that a resource belongs to another.</summary>
    public static IResourceBuilder<T> WithParentRelationship<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> parent)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(parent);
        return builder.WithRelationship(parent.Resource, "Parent");
    }

    /// <summary>Says that a resource uses another.</summary>
    public static IResourceBuilder<T> WithReferenceRelationship<T>(this IResourceBuilder<T> builder, IResource resource)
        where T : IResource => builder.WithRelationship(resource, "Reference");

    /// <summary>Says that a resource uses another.</summary>
    public static IResourceBuilder<T> WithReferenceRelationship<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> resourceBuilder)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resourceBuilder);
        return builder.WithRelationship(resourceBuilder.Resource, "Reference");
    }

    /// <summary>Says that a resource has to do with another.</summary>
    public static IResourceBuilder<T> WithRelationship<T>(this IResourceBuilder<T> builder, IResource resource, string type)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(new ResourceRelationshipAnnotation(resource, type));
    }
}
