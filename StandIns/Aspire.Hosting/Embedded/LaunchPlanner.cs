using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Embedded;

/// <summary>Works out what to start for a resource, and what to tell it.</summary>
internal sealed class LaunchPlanner(
    DistributedApplicationExecutionContext execution,
    IConfiguration configuration,
    IHostEnvironment environment,
    ResourceLoggerService logs)
{
    /// <summary>The plan for one replica.</summary>
    /// <exception cref="DistributedApplicationException">The resource cannot be started as it is described.</exception>
    internal async Task<LaunchPlan> PlanAsync(IResource resource, string instanceId, int replica, CancellationToken cancellationToken)
    {
        var values = new ReplicaValues(resource, replica);
        var arguments = await ArgumentsAsync(resource, instanceId, cancellationToken);
        var variables = await DescribeAsync(resource, instanceId, replica, cancellationToken);
        Dictionary<string, string> resolved = [];
        foreach (var (name, value) in variables)
        {
            if (await values.ResolveAsync(value, cancellationToken) is { } text)
            {
                resolved[name] = text;
            }
        }

        var (command, leading, directory) = CommandOf(resource, resolved);
        List<string> line = [.. leading];
        foreach (var argument in arguments)
        {
            if (await values.ResolveAsync(argument, cancellationToken) is { } text)
            {
                line.Add(text);
            }
        }

        var uses = variables.Values.Concat(arguments).SelectMany(References.Of).Distinct();
        var secrets = variables.Where(static pair => SecretValues.IsSecret(pair.Key, pair.Value)).Select(static pair => pair.Key);
        return new LaunchPlan(
            command, line, directory, resolved, [.. uses], secrets.ToHashSet(), arguments.Exists(SecretValues.ComesFromSecret));
    }

    /// <summary>The arguments of one replica, some of them known later.</summary>
    internal async Task<List<object>> ArgumentsAsync(IResource resource, string instanceId, CancellationToken cancellationToken)
    {
        List<object> arguments = [];
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToList())
        {
            await annotation.Callback(new CommandLineArgsCallbackContext(arguments, resource, cancellationToken)
            {
                ExecutionContext = execution,
                Logger = logs.GetLogger(instanceId),
            });
        }

        return arguments;
    }

    /// <summary>The variables of one replica, some of them known later.</summary>
    internal async Task<Dictionary<string, object>> DescribeAsync(
        IResource resource, string instanceId, int replica, CancellationToken cancellationToken)
    {
        Dictionary<string, object> variables = [];
        if (execution.IsRunMode && resource.TryGetLastAnnotation<OtlpAnnotation>(out var telemetry))
        {
            foreach (var (name, value) in telemetry.Describe(resource.Name, resource.SuffixOf(instanceId), configuration, environment))
            {
                variables[name] = value;
            }
        }

        var context = new EnvironmentCallbackContext(execution, resource, variables, cancellationToken) { Logger = logs.GetLogger(instanceId) };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToList())
        {
            await annotation.Callback(context);
        }

        if (execution.IsPublishMode)
        {
            AddPlaceholders(resource, variables);
            return variables;
        }

        if (resource is ProjectResource)
        {
            AddAddresses(resource, replica, variables);
        }

        variables.TryAdd("Host__StopWithStandardInput", "true");
        return variables;
    }

    // Where it is deployed, the ports are the deployment's, and a proxy stands before it.
    private static void AddPlaceholders(IResource resource, Dictionary<string, object> variables)
    {
        if (resource is not ProjectResource project || !resource.HasAnnotationOfType<EndpointAnnotation>())
        {
            return;
        }

        variables.TryAdd("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true");
        foreach (var scheme in project.GetEndpoints().Where(static endpoint => endpoint.EndpointAnnotation.PortVariable is null).GroupBy(static e => e.Scheme))
        {
            if (scheme.Key is "http" or "https")
            {
                variables.TryAdd(
                    $"{scheme.Key.ToUpperInvariant()}_PORTS",
                    string.Join(';', scheme.Select(static endpoint => endpoint.Property(EndpointProperty.TargetPort).ValueExpression)));
            }
        }
    }

    private static void AddAddresses(IResource resource, int replica, Dictionary<string, object> variables)
    {
        EndpointAnnotation[] endpoints = [.. resource.Annotations.OfType<EndpointAnnotation>()
            .Where(static endpoint => endpoint is { PortVariable: null, UriScheme: "http" or "https" })];
        if (endpoints.Length == 0 || !variables.TryAdd("ASPNETCORE_URLS", string.Join(';', endpoints.Select(Address))))
        {
            return;
        }

        if (endpoints.FirstOrDefault(static endpoint => endpoint.UriScheme == "https") is { } secure)
        {
            variables.TryAdd("ASPNETCORE_HTTPS_PORT", PortOf(secure));
        }

        string Address(EndpointAnnotation endpoint) => $"{endpoint.UriScheme}://{endpoint.TargetHost}:{PortOf(endpoint)}";

        string PortOf(EndpointAnnotation endpoint) => endpoint.ReplicaPorts[replica].ToString(CultureInfo.InvariantCulture);
    }

    private static (string Command, string[] Leading, string Directory) CommandOf(IResource resource, Dictionary<string, string> variables)
    {
        switch (resource)
        {
            case ExecutableResource executable:
                var path = CommandPath.Find(executable.Command, executable.WorkingDirectory)
                    ?? throw new DistributedApplicationException($"Command '{executable.Command}' is neither a file nor in PATH.");
                return Directory.Exists(executable.WorkingDirectory)
                    ? (path, [], executable.WorkingDirectory)
                    : throw new DistributedApplicationException($"The working directory '{executable.WorkingDirectory}' does not exist.");
            case ProjectResource when resource.TryGetLastAnnotation<IProjectMetadata>(out var project):
                var assembly = ProjectOutput.Find(project)
                    ?? throw new DistributedApplicationException($"'{project.ProjectPath}' is not built: run dotnet build first.");
                var directory = Path.GetDirectoryName(project.ProjectPath)!;
                var native = OperatingSystem.IsWindows() ? Path.ChangeExtension(assembly, ".exe") : assembly[..^".dll".Length];
                if (!File.Exists(native))
                {
                    return (DotnetRoot.Command, ["exec", assembly], directory);
                }

                // By its own name it is found in a list of processes; it must be told which .NET to run on.
                variables.TryAdd("DOTNET_ROOT", DotnetRoot.Directory);
                return (native, [], directory);
            default:
                throw new DistributedApplicationException($"'{resource.Name}' is nothing that can be started.");
        }
    }
}
