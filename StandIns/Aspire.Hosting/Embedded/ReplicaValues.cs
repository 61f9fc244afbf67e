using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>Turns what was said about a resource into text, as one of its replicas must read it.</summary>
internal sealed class ReplicaValues(IResource resource, int replica)
{
    /// <summary>The text; null if there is none.</summary>
    internal async ValueTask<string?> ResolveAsync(object? value, CancellationToken cancellationToken) => value switch
    {
        null => null,
        string text => text,
        EndpointReferenceExpression own when IsOwnPort(own) =>
            own.Endpoint.EndpointAnnotation.ReplicaPorts[replica].ToString(CultureInfo.InvariantCulture),
        IValueProvider provider => await provider.GetValueAsync(cancellationToken),
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(cancellationToken),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private bool IsOwnPort(EndpointReferenceExpression expression) =>
        ReferenceEquals(expression.Endpoint.Resource, resource)
        && expression is { Property: EndpointProperty.Port or EndpointProperty.TargetPort, Endpoint.IsAllocated: true };
}
