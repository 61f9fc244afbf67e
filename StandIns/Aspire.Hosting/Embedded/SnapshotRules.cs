using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>What holds for every snapshot, whoever publishes it.</summary>
internal static class SnapshotRules
{
    /// <summary>The snapshot of a resource of which nothing is known yet.</summary>
    internal static CustomResourceSnapshot Initial(IResource resource)
    {
        var declared = resource.Annotations.OfType<ResourceSnapshotAnnotation>().LastOrDefault()?.InitialSnapshot;
        var start = declared ?? new CustomResourceSnapshot { ResourceType = TypeOf(resource), Properties = [] };
        return start with { HealthReports = Unknown(resource), Relationships = RelationshipsOf(resource) };
    }

    /// <summary>Completes a snapshot: health is known only of what runs, and commands depend on the state.</summary>
    internal static CustomResourceSnapshot Complete(
        IResource resource, CustomResourceSnapshot previous, CustomResourceSnapshot next, IServiceProvider services)
    {
        if (ReferenceEquals(previous, next))
        {
            return next;
        }

        if (next.State?.Text != KnownResourceStates.Running && previous.State?.Text == KnownResourceStates.Running)
        {
            next = next with { HealthReports = Unknown(resource), Ready = null };
        }

        var inactive = next.State?.Text != KnownResourceStates.Running;
        return next with
        {
            Commands = CommandsOf(resource, next, services),
            Urls = next.Urls.All(url => url.IsInactive == inactive)
                ? next.Urls
                : [.. next.Urls.Select(url => url with { IsInactive = inactive })],
        };
    }

    private static string TypeOf(IResource resource) => resource switch
    {
        ProjectResource => "Project",
        ExecutableResource => "Executable",
        ContainerResource => "Container",
        IResourceWithConnectionString => "ConnectionString",
        ParameterResource => "Parameter",
        ExternalServiceResource => "ExternalService",
        _ => resource.GetType().Name,
    };

    private static ImmutableArray<HealthReportSnapshot> Unknown(IResource resource) =>
        [.. resource.Annotations.OfType<HealthCheckAnnotation>().Select(static check => new HealthReportSnapshot(check.Key, null, null, null))];

    private static ImmutableArray<RelationshipSnapshot> RelationshipsOf(IResource resource) =>
        [.. resource.Annotations.OfType<ResourceRelationshipAnnotation>()
            .Select(static relationship => new RelationshipSnapshot(relationship.Resource.Name, relationship.Type)).Distinct()];

    private static ImmutableArray<ResourceCommandSnapshot> CommandsOf(
        IResource resource, CustomResourceSnapshot snapshot, IServiceProvider services) =>
        [.. resource.Annotations.OfType<ResourceCommandAnnotation>().Select(command => new ResourceCommandSnapshot(
            command.Name,
            command.UpdateState(new UpdateCommandStateContext { ResourceSnapshot = snapshot, ServiceProvider = services }),
            command.DisplayName,
            command.DisplayDescription,
            command.Parameter,
            command.ConfirmationMessage,
            command.IconName,
            command.IconVariant,
            command.IsHighlighted))];
}
