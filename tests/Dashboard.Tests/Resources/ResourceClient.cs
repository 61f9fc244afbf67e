using Dashboard.Resources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dashboard.Tests.Resources;

/// <summary>The dashboard's client, as the dashboard puts it together.</summary>
internal sealed class ResourceClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;

    private ResourceClient(ServiceProvider services) => _services = services;

    public IResourceDirectory Directory => _services.GetRequiredService<IResourceDirectory>();

    public static async Task<ResourceClient> StartAsync(string? url, string? key = ResourceHost.Key)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", url)])
            .Build();
        var client = new ResourceClient(new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddResourceDirectory(configuration, new ResourceServiceClientOptions { ApiKey = key ?? "" })
            .BuildServiceProvider());
        foreach (var service in client._services.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        return client;
    }

    /// <summary>The first state of the directory, from now on, of which something is true.</summary>
    public async Task<ResourceDirectoryState> UntilAsync(Func<ResourceDirectoryState, bool> isSo)
    {
        using var limit = Limit();
        await foreach (var state in Directory.WatchAsync(limit.Token))
        {
            if (isSo(state))
            {
                return state;
            }
        }

        throw new InvalidOperationException("The directory ended.");
    }

    public Task<ResourceDirectoryState> ConnectedAsync() => UntilAsync(static state => state.Connection.State == ConnectionState.Connected);

    /// <summary>A time that no test needs.</summary>
    public static CancellationTokenSource Limit() => new(Patience, TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}
