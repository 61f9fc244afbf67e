using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource listens here.</summary>
public sealed class EndpointAnnotation : IResourceAnnotation
{
    private readonly TaskCompletionSource<AllocatedEndpoint> _allocation = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Describes an endpoint.</summary>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="uriScheme">The scheme. Default: the protocol's name.</param>
    /// <param name="transport">How bytes travel: http, http2, tcp. Default: by the scheme.</param>
    /// <param name="name">The name. Default: the scheme.</param>
    /// <param name="port">The public port. Default: a free one.</param>
    /// <param name="targetPort">The port that the process listens on. Default: a free one.</param>
    /// <param name="isExternal">Whether it is meant for callers outside the application.</param>
    /// <param name="isProxied">Whether a host may put a proxy before it.</param>
    public EndpointAnnotation(
        ProtocolType protocol,
        string? uriScheme = null,
        string? transport = null,
        string? name = null,
        int? port = null,
        int? targetPort = null,
        bool? isExternal = null,
        bool isProxied = true)
    {
        Protocol = protocol;
        UriScheme = uriScheme ?? (protocol == ProtocolType.Udp ? "udp" : "tcp");
        Transport = transport ?? (UriScheme is "http" or "https" ? "http" : protocol == ProtocolType.Udp ? "udp" : "tcp");
        Name = name ?? UriScheme;
        ResourceNames.Check(Name, "endpoint");
        Port = port;
        TargetPort = targetPort;
        IsExternal = isExternal ?? false;
        IsProxied = isProxied;
        TlsEnabled = UriScheme == "https";
    }

    /// <summary>The name.</summary>
    public string Name { get; set; }

    /// <summary>TCP or UDP.</summary>
    public ProtocolType Protocol { get; set; }

    /// <summary>The public port that is wished for.</summary>
    public int? Port { get; set; }

    /// <summary>The port that the process listens on.</summary>
    public int? TargetPort { get; set; }

    /// <summary>The scheme.</summary>
    public string UriScheme { get; set; }

    /// <summary>The host that the process listens on.</summary>
    public string TargetHost { get; set; } = "localhost";

    /// <summary>How bytes travel.</summary>
    public string Transport { get; set; }

    /// <summary>Whether it is meant for callers outside the application.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether a host may put a proxy before it.</summary>
    public bool IsProxied { get; set; }

    /// <summary>Whether it speaks TLS.</summary>
    public bool TlsEnabled { get; set; }

    /// <summary>Where it really listens, once that is decided.</summary>
    public AllocatedEndpoint? AllocatedEndpoint
    {
        get => _allocation.Task.IsCompletedSuccessfully ? _allocation.Task.Result : null;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _allocation.TrySetResult(value);
        }
    }

    /// <summary>The environment variable that gets the port, if one was named.</summary>
    internal string? PortVariable { get; set; }

    /// <summary>The port of every replica, the first one's first.</summary>
    internal IReadOnlyList<int> ReplicaPorts { get; set; } = [];

    /// <summary>Where it really listens, as soon as that is decided.</summary>
    internal Task<AllocatedEndpoint> WhenAllocatedAsync(CancellationToken cancellationToken) => _allocation.Task.WaitAsync(cancellationToken);
}
