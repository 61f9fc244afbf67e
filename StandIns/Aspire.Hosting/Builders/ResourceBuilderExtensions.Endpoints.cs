using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Changes an endpoint, or adds it.</summary>
    /// <param name="endpointName">The endpoint.</param>
    /// <param name="callback">Changes it.</param>
    /// <param name="createIfNotExists">Whether to add it when it is not there.</param>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Action<EndpointAnnotation> callback, bool createIfNotExists = true)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(callback);
        var endpoint = Find(builder.Resource, endpointName);
        if (endpoint is null && createIfNotExists)
        {
            endpoint = new EndpointAnnotation(ProtocolType.Tcp, name: endpointName);
            builder.Resource.Annotations.Add(endpoint);
        }

        if (endpoint is not null)
        {
            callback(endpoint);
        }

        return builder;
    }

    /// <summary>Adds an endpoint.</summary>
    /// <param name="port">The public port. Default: a free one.</param>
    /// <param name="targetPort">The port that the process listens on. Default: a free one.</param>
    /// <param name="scheme">The scheme. Default: the protocol's name.</param>
    /// <param name="name">The name. Default: the scheme.</param>
    /// <param name="env">The environment variable that tells the process its port.</param>
    /// <param name="isProxied">Whether a host may put a proxy before it.</param>
    /// <param name="isExternal">Whether it is meant for callers outside the application.</param>
    /// <param name="protocol">TCP or UDP. Default: TCP.</param>
    /// <exception cref="DistributedApplicationException">There is one of that name.</exception>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        string? scheme = null,
        string? name = null,
        string? env = null,
        bool isProxied = true,
        bool? isExternal = null,
        ProtocolType? protocol = null)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        var endpoint = new EndpointAnnotation(protocol ?? ProtocolType.Tcp, scheme, null, name, port, targetPort, isExternal, isProxied);
        if (Find(builder.Resource, endpoint.Name) is not null)
        {
            throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' has an endpoint '{endpoint.Name}' already: give the new one another name.");
        }

        if (env is not null)
        {
            endpoint.PortVariable = env;
            if (builder.Resource is IResourceWithEnvironment)
            {
                var reference = new EndpointReference(builder.Resource, endpoint);
                builder.WithAnnotation(new EnvironmentCallbackAnnotation(
                    context => context.EnvironmentVariables[env] = reference.Property(EndpointProperty.TargetPort)));
            }
        }

        return builder.WithAnnotation(endpoint);
    }

    /// <summary>Adds an endpoint.</summary>
    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, int? port, int? targetPort, string? scheme, string? name, string? env, bool isProxied, bool? isExternal)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, targetPort, scheme, name, env, isProxied, isExternal, protocol: null);

    /// <summary>Adds an http endpoint.</summary>
    /// <param name="port">The public port. Default: a free one.</param>
    /// <param name="targetPort">The port that the process listens on. Default: a free one.</param>
    /// <param name="name">The name. Default: http.</param>
    /// <param name="env">The environment variable that tells the process its port.</param>
    /// <param name="isProxied">Whether a host may put a proxy before it.</param>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool isProxied = true)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, targetPort, scheme: "http", name, env, isProxied);

    /// <summary>Adds an https endpoint.</summary>
    /// <param name="port">The public port. Default: a free one.</param>
    /// <param name="targetPort">The port that the process listens on. Default: a free one.</param>
    /// <param name="name">The name. Default: https.</param>
    /// <param name="env">The environment variable that tells the process its port.</param>
    /// <param name="isProxied">Whether a host may put a proxy before it.</param>
    public static IResourceBuilder<T> WithHttpsEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool isProxied = true)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(port, targetPort, scheme: "https", name, env, isProxied);

    /// <summary>Marks the http and https endpoints as meant for callers outside the application.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>().Where(static e => e.UriScheme is "http" or "https"))
        {
            endpoint.IsExternal = true;
        }

        return builder;
    }

    /// <summary>Marks the endpoints as speaking HTTP/2.</summary>
    public static IResourceBuilder<T> AsHttp2Service<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>())
        {
            endpoint.Transport = "http2";
        }

        return builder;
    }

    /// <summary>An endpoint by name; it may be described later.</summary>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new EndpointReference(builder.Resource, name);
    }

    private static EndpointAnnotation? Find(IResource resource, string endpointName) => resource.Annotations.OfType<EndpointAnnotation>()
        .FirstOrDefault(endpoint => string.Equals(endpoint.Name, endpointName, StringComparison.OrdinalIgnoreCase));
}
