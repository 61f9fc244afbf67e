using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Describes an application.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>The app host's configuration.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>The app host's directory.</summary>
    string AppHostDirectory { get; }

    /// <summary>The app host's assembly.</summary>
    Assembly? AppHostAssembly { get; }

    /// <summary>The environment that the app host runs in.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>The app host's own services.</summary>
    IServiceCollection Services { get; }

    /// <summary>The run or publish at hand.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>The application's events.</summary>
    IDistributedApplicationEventing Eventing { get; }

    /// <summary>The resources so far.</summary>
    IResourceCollection Resources { get; }

    /// <summary>Adds a resource.</summary>
    /// <exception cref="DistributedApplicationException">There is one of that name.</exception>
    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    /// <summary>A builder for a resource, without adding it.</summary>
    IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource;

    /// <summary>Builds the application.</summary>
    DistributedApplication Build();
}
