using System.Reflection;
using Aspire.Hosting.Embedded;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>An application that the test itself describes: only the builder's creation differs.</summary>
internal sealed class DescribedInTest(
    string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure, Assembly test) : AppHostInterception
{
    internal DistributedApplicationBuilder CreateBuilder()
    {
        // On a flow of its own: the test's own flow goes on without interception.
        var builder = Task.Run(() =>
        {
            Enter();
            return new DistributedApplicationBuilder(args);
        });
        return builder.GetAwaiter().GetResult();
    }

    internal override void OnCreating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings) =>
        TestDefaults.Apply(test, args, options, settings, configure);

    internal override void OnBuilding(DistributedApplicationBuilder builder)
    {
    }

    internal override Task RunAsync(DistributedApplication application, CancellationToken cancellationToken) =>
        HostingAbstractionsHostExtensions.RunAsync(application, cancellationToken);

    internal override Task WhenStartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal override void OnStarted()
    {
    }
}
