using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>The snapshots of a process.</summary>
internal static class RunnerSnapshots
{
    /// <summary>It is being started.</summary>
    internal static CustomResourceSnapshot Starting(CustomResourceSnapshot last) => last with
    {
        State = new ResourceStateSnapshot(KnownResourceStates.Starting, KnownResourceStateStyles.Info),
        RestartsByItself = false,
        ExitCode = null,
        StopTimeStamp = null,
    };

    /// <summary>It runs.</summary>
    internal static CustomResourceSnapshot Running(CustomResourceSnapshot last, IResource resource, LaunchPlan plan, int processId) => last with
    {
        State = new ResourceStateSnapshot(KnownResourceStates.Running, KnownResourceStateStyles.Success),
        StartTimeStamp = TimeProvider.System.GetUtcNow().UtcDateTime,
        StopTimeStamp = null,
        ExitCode = null,
        RestartsByItself = false,
        Ready = null,
        EnvironmentVariables = [.. plan.Environment.Select(pair => new EnvironmentVariableSnapshot(pair.Key, pair.Value, IsFromSpec: true)
        {
            IsSensitive = plan.Secrets.Contains(pair.Key),
        })],
        Properties = Merge(last.Properties, Describe(resource, plan, processId)),
    };

    /// <summary>It has ended.</summary>
    internal static CustomResourceSnapshot Ended(CustomResourceSnapshot last, string state, string? style, int? exitCode, bool restarts) => last with
    {
        State = new ResourceStateSnapshot(state, style),
        StopTimeStamp = TimeProvider.System.GetUtcNow().UtcDateTime,
        ExitCode = exitCode,
        RestartsByItself = restarts,
        Properties = exitCode is null ? last.Properties : Merge(last.Properties, [new ResourcePropertySnapshot("resource.exitCode", exitCode)]),
    };

    private static IEnumerable<ResourcePropertySnapshot> Describe(IResource resource, LaunchPlan plan, int processId)
    {
        yield return new("executable.path", plan.Command);
        yield return new("executable.workDir", plan.Directory);
        yield return new("executable.args", plan.Arguments.ToImmutableArray()) { IsSensitive = plan.HasSecretArguments };
        yield return new("executable.pid", processId);
        if (resource.TryGetLastAnnotation<IProjectMetadata>(out var project))
        {
            yield return new("project.path", project.ProjectPath);
        }

        if (plan.Environment.TryGetValue("DOTNET_LAUNCH_PROFILE", out var profile))
        {
            yield return new("project.launchProfile", profile);
        }
    }

    private static ImmutableArray<ResourcePropertySnapshot> Merge(
        ImmutableArray<ResourcePropertySnapshot> known, IEnumerable<ResourcePropertySnapshot> added)
    {
        List<ResourcePropertySnapshot> news = [.. added];
        return [.. known.Where(property => news.TrueForAll(other => other.Name != property.Name)), .. news];
    }
}
