using Microsoft.AspNetCore.Hosting.Server;

namespace LocalAws.Protocol;

/// <summary>Builds the container with <see cref="DirectServer"/> around whatever server the host chose last.</summary>
internal sealed class DirectServerFactory(ServiceProviderOptions options) : IServiceProviderFactory<IServiceCollection>
{
    public IServiceCollection CreateBuilder(IServiceCollection services) => services;

    public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder)
    {
        if (containerBuilder.LastOrDefault(static service => service.ServiceType == typeof(IServer)) is { ImplementationType: { } server })
        {
            containerBuilder.AddSingleton<IServer>(services => new DirectServer(
                (IServer)ActivatorUtilities.CreateInstance(services, server), services.GetRequiredService<DirectEndpoint>()));
        }

        return containerBuilder.BuildServiceProvider(options);
    }
}
