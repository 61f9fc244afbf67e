using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>Reads and applies the launch profiles of projects.</summary>
internal static class LaunchProfiles
{
    /// <summary>The profile to launch a project by: the named one, else the app host's own if the project has it, else the first.</summary>
    /// <exception cref="DistributedApplicationException">There is no profile of the name asked for.</exception>
    internal static KeyValuePair<string, LaunchProfile>? Choose(IProjectMetadata project, ProjectResourceOptions options, string? appHostProfile)
    {
        if (options.ExcludeLaunchProfile)
        {
            return null;
        }

        var profiles = Read(project).Profiles;
        if (options.LaunchProfileName is { } name)
        {
            return profiles.TryGetValue(name, out var named)
                ? KeyValuePair.Create(name, named)
                : throw new DistributedApplicationException($"'{project.ProjectPath}' has no launch profile '{name}'.");
        }

        if (appHostProfile is not null && profiles.TryGetValue(appHostProfile, out var same))
        {
            return KeyValuePair.Create(appHostProfile, same);
        }

        return profiles.Where(static profile => profile.Value.CommandName == "Project")
            .Select(static profile => (KeyValuePair<string, LaunchProfile>?)profile)
            .FirstOrDefault();
    }

    /// <summary>Gives a project the endpoints and variables of its profile; what is said elsewhere goes before them.</summary>
    internal static void Apply(IResourceBuilder<ProjectResource> project, KeyValuePair<string, LaunchProfile> profile)
    {
        var urls = profile.Value.ApplicationUrl?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (project.ApplicationBuilder.ExecutionContext.IsPublishMode)
        {
            // What listens at all is deployed with both, and the ports are the deployment's.
            urls = urls.Length == 0 ? [] : ["http://localhost:0", "https://localhost:0"];
        }

        foreach (var url in urls)
        {
            var address = new Uri(url.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal));
            project.WithEndpoint(address.Scheme, endpoint =>
            {
                endpoint.UriScheme = address.Scheme;
                endpoint.Transport = "http";
                endpoint.TlsEnabled = address.Scheme == "https";
                endpoint.Port = address.Port > 0 ? address.Port : null;
            });
        }

        project.WithEnvironment(context =>
        {
            if (context.ExecutionContext.IsPublishMode)
            {
                return;
            }

            context.EnvironmentVariables.TryAdd("DOTNET_LAUNCH_PROFILE", profile.Key);
            foreach (var (name, value) in profile.Value.EnvironmentVariables)
            {
                context.EnvironmentVariables.TryAdd(name, Environment.ExpandEnvironmentVariables(value));
            }
        });
    }

    /// <summary>The launch settings of a project; empty if it has none.</summary>
    internal static LaunchSettings Read(IProjectMetadata project) =>
        project.LaunchSettings ?? ReadBeside(Path.GetDirectoryName(project.ProjectPath)!);

    /// <summary>The launch settings in a project's directory; empty if there are none.</summary>
    internal static LaunchSettings ReadBeside(string projectDirectory)
    {
        var path = Path.Combine(projectDirectory, "Properties", "launchSettings.json");
        if (!File.Exists(path))
        {
            return new LaunchSettings();
        }

        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize(file, LaunchSettingsJson.Default.LaunchSettings) ?? new LaunchSettings();
        }
        catch (JsonException exception)
        {
            throw new DistributedApplicationException($"'{path}' is no launch settings file: {exception.Message}", exception);
        }
    }
}
