using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where an endpoint really listens.</summary>
public class AllocatedEndpoint
{
    /// <summary>Creates an address of one host and port.</summary>
    public AllocatedEndpoint(EndpointAnnotation endpoint, string address, int port, string? targetPortExpression = null)
        : this(endpoint, address, port, EndpointBindingMode.SingleAddress, targetPortExpression)
    {
    }

    /// <summary>Creates an address.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="address">The host.</param>
    /// <param name="port">The port, from 1 to 65535.</param>
    /// <param name="bindingMode">Which addresses it listens on.</param>
    /// <param name="targetPortExpression">What the process listens on, if something stands before it.</param>
    public AllocatedEndpoint(
        EndpointAnnotation endpoint, string address, int port, EndpointBindingMode bindingMode, string? targetPortExpression = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentException.ThrowIfNullOrEmpty(address);
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, 65535);
        Endpoint = endpoint;
        Address = address;
        Port = port;
        BindingMode = bindingMode;
        TargetPortExpression = targetPortExpression;
    }

    /// <summary>The endpoint.</summary>
    public EndpointAnnotation Endpoint { get; }

    /// <summary>The host.</summary>
    public string Address { get; }

    /// <summary>Which addresses it listens on.</summary>
    public EndpointBindingMode BindingMode { get; }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>The scheme.</summary>
    public string UriScheme => Endpoint.UriScheme;

    /// <summary>Host and port.</summary>
    public string EndPointString => $"{Address}:{Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Scheme, host and port.</summary>
    public string UriString => $"{UriScheme}://{EndPointString}";

    /// <summary>What the process listens on, if something stands before it.</summary>
    public string? TargetPortExpression { get; }

    /// <inheritdoc/>
    public override string ToString() => UriString;
}
