using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A part of an endpoint's address, spoken of before it is known.</summary>
/// <param name="endpointReference">The endpoint.</param>
/// <param name="property">The part.</param>
public class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property)
    : IManifestExpressionProvider, IValueProvider, IValueWithReferences
{
    /// <summary>The endpoint.</summary>
    public EndpointReference Endpoint { get; } = endpointReference ?? throw new ArgumentNullException(nameof(endpointReference));

    /// <summary>The part.</summary>
    public EndpointProperty Property { get; } = property;

    /// <inheritdoc/>
    public string ValueExpression => $"{{{Endpoint.Resource.Name}.bindings.{Endpoint.EndpointName}.{PropertyName}}}";

    IEnumerable<object> IValueWithReferences.References => [Endpoint];

    private string PropertyName => Property switch
    {
        EndpointProperty.Url => "url",
        EndpointProperty.Host or EndpointProperty.IPV4Host => "host",
        EndpointProperty.Port => "port",
        EndpointProperty.Scheme => "scheme",
        EndpointProperty.TargetPort => "targetPort",
        EndpointProperty.HostAndPort => "hostAndPort",
        EndpointProperty.TlsEnabled => "tlsEnabled",
        _ => throw new InvalidOperationException($"An endpoint has no property {Property}."),
    };

    /// <inheritdoc/>
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        var annotation = Endpoint.EndpointAnnotation;
        switch (Property)
        {
            case EndpointProperty.Scheme:
                return annotation.UriScheme;
            case EndpointProperty.TlsEnabled:
                return annotation.TlsEnabled ? bool.TrueString : bool.FalseString;
            default:
                var allocated = await annotation.WhenAllocatedAsync(cancellationToken);
                return Property switch
                {
                    EndpointProperty.Url => allocated.UriString,
                    EndpointProperty.Host => allocated.Address,
                    EndpointProperty.IPV4Host => allocated.Address is "localhost" ? "127.0.0.1" : allocated.Address,
                    EndpointProperty.HostAndPort => allocated.EndPointString,
                    _ => allocated.Port.ToString(CultureInfo.InvariantCulture),
                };
        }
    }
}
