using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Embedded;

/// <summary>
/// Decides where every endpoint listens. No proxy stands before a process: it listens on the public port itself. A
/// wished for port that is taken gives way to a free one, which is said in a line.
/// </summary>
internal sealed partial class EndpointAllocation(ILogger logger, bool randomize) : IDisposable
{
    private readonly Ports _ports = new();

    /// <summary>Gives every endpoint of the model an address.</summary>
    internal void Allocate(DistributedApplicationModel model)
    {
        var endpoints = model.Resources
            .SelectMany(static resource => resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint => (Resource: resource, Endpoint: endpoint)))
            .Where(static pair => pair.Endpoint.AllocatedEndpoint is null)
            .ToList();

        // Wishes first: a port that one endpoint asks for is not given to another by chance.
        foreach (var (resource, endpoint) in endpoints.OrderByDescending(pair => Wish(pair.Resource, pair.Endpoint) is not null))
        {
            List<int> ports = [First(resource, endpoint)];
            while (ports.Count < resource.GetReplicaCount())
            {
                ports.Add(_ports.TakeFree());
            }

            endpoint.ReplicaPorts = ports;
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, PublicHost(endpoint.TargetHost), ports[0]);
        }
    }

    /// <summary>Takes a port for the host's own use, if it can be the wished for one.</summary>
    internal int TakePort(int? wish, string what)
    {
        if (randomize || wish is not { } wished)
        {
            return _ports.TakeFree();
        }

        if (_ports.TryTake(wished))
        {
            return wished;
        }

        var moved = _ports.TakeFree();
        LogServiceMoved(wished, what, moved);
        return moved;
    }

    /// <summary>Lets other hosts have the ports.</summary>
    public void Dispose() => _ports.Dispose();

    private int First(IResource resource, EndpointAnnotation endpoint)
    {
        if (Wish(resource, endpoint) is not { } wish)
        {
            return _ports.TakeFree();
        }

        if (_ports.TryTake(wish))
        {
            return wish;
        }

        if (!CanMove(resource, endpoint))
        {
            LogTaken(wish, resource.Name, endpoint.Name);
            _ports.Reserve(wish);
            return wish;
        }

        var moved = _ports.TakeFree();
        LogMoved(wish, resource.Name, endpoint.Name, moved);
        return moved;
    }

    private int? Wish(IResource resource, EndpointAnnotation endpoint)
    {
        if (!CanMove(resource, endpoint))
        {
            return endpoint.TargetPort ?? endpoint.Port;
        }

        return randomize ? null : endpoint.Port ?? endpoint.TargetPort;
    }

    // A project is told its addresses, and whatever has a variable for it its port. Others listen where they are built to.
    private static bool CanMove(IResource resource, EndpointAnnotation endpoint) =>
        resource is ProjectResource || endpoint.PortVariable is not null || endpoint.TargetPort is null;

    private static string PublicHost(string targetHost) => targetHost is "*" or "+" or "0.0.0.0" or "[::]" or "::" ? "localhost" : targetHost;

    [LoggerMessage(1, LogLevel.Warning, "Port {Wish}, which '{Resource}' ({Endpoint}) asks for, is taken: it listens on {Port} instead.")]
    private partial void LogMoved(int wish, string resource, string endpoint, int port);

    [LoggerMessage(2, LogLevel.Warning, "Port {Wish}, which '{Resource}' ({Endpoint}) is built to listen on, is taken.")]
    private partial void LogTaken(int wish, string resource, string endpoint);

    [LoggerMessage(3, LogLevel.Warning, "Port {Wish}, which the {Service} asks for, is taken: it listens on {Port} instead.")]
    private partial void LogServiceMoved(int wish, string service, int port);
}
