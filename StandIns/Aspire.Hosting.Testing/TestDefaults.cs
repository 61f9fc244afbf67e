using System.Reflection;
using Aspire.Hosting.Embedded;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>What differs under test: free ports, no dashboard, the environment of the app host's first launch profile.</summary>
internal static class TestDefaults
{
    /// <summary>Applies them, below anything that the command line or the process's environment says.</summary>
    internal static void Apply(
        Assembly appHost,
        string[] args,
        DistributedApplicationOptions options,
        HostApplicationBuilderSettings settings,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    {
        options.AssemblyName ??= appHost.FullName;
        options.Args ??= args;
        options.DisableDashboard = true;

        var profile = LaunchProfiles.ReadBeside(HostSetup.DirectoryOf(appHost)).Profiles
            .FirstOrDefault(static pair => pair.Value.CommandName == "Project");
        Dictionary<string, string?> configuration = new() { ["DcpPublisher:RandomizePorts"] = "true" };
        if (profile.Value is { } launched)
        {
            configuration["DOTNET_LAUNCH_PROFILE"] = profile.Key;
            foreach (var (name, value) in launched.EnvironmentVariables)
            {
                configuration[name.Replace("__", ":", StringComparison.Ordinal)] = value;
            }
        }

        settings.Configuration!.AddInMemoryCollection(configuration);
        settings.EnvironmentName ??= configuration.GetValueOrDefault("DOTNET_ENVIRONMENT") ?? Environments.Development;
        configure(options, settings);
    }
}
