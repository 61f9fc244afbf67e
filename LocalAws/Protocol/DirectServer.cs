using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace LocalAws.Protocol;

/// <summary>A server that gives the calls that <see cref="DirectEndpoint"/> answers to it, and all others to the application.</summary>
internal sealed class DirectServer(IServer server, DirectEndpoint direct) : IServer
{
    public IFeatureCollection Features => server.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull =>
        server.StartAsync(new DirectApplication<TContext>(application, direct), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => server.StopAsync(cancellationToken);

    public void Dispose() => server.Dispose();
}
