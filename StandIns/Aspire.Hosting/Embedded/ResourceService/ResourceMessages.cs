using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Aspire.Hosting.Embedded.ResourceService;

/// <summary>Puts snapshots into the words of the resource service.</summary>
internal sealed class ResourceMessages
{
    private const string HiddenState = "Hidden";

    /// <summary>Tells this start of the application from others.</summary>
    private readonly string _run = Guid.NewGuid().ToString("N")[..12];

    /// <summary>How an instance stands.</summary>
    internal Wire.Resource Describe(ResourceEvent @event)
    {
        var snapshot = @event.Snapshot;
        var message = new Wire.Resource
        {
            Name = @event.ResourceId,
            DisplayName = @event.Resource.Name,
            ResourceType = snapshot.ResourceType,
            Uid = $"{_run}-{@event.ResourceId}",
            CreatedAt = Instant(snapshot.CreationTimeStamp),
            StartedAt = Instant(snapshot.StartTimeStamp),
            StoppedAt = Instant(snapshot.StopTimeStamp),
            IsHidden = snapshot.IsHidden || snapshot.State?.Text == HiddenState,
        };
        if (snapshot.State is { } state)
        {
            message.State = state.Text;
            if (state.Style is { } style)
            {
                message.StateStyle = style;
            }
        }

        if (snapshot.IconName is { } icon)
        {
            message.IconName = icon;
            message.IconVariant = Variant(snapshot.IconVariant);
        }

        message.Environment.AddRange(snapshot.EnvironmentVariables.Select(Variable));
        message.Commands.AddRange(snapshot.Commands.Select(Command));
        message.Properties.AddRange(ResourceFacts.Of(@event));
        message.Urls.AddRange(snapshot.Urls.Select(Url));
        message.Volumes.AddRange(snapshot.Volumes.Select(static volume => new Wire.Volume
        {
            Source = volume.Source ?? "",
            Target = volume.Target,
            MountType = volume.MountType,
            IsReadOnly = volume.IsReadOnly,
        }));
        message.HealthReports.AddRange(snapshot.HealthReports.Select(Report));
        message.Relationships.AddRange(snapshot.Relationships.Select(static relationship => new Wire.ResourceRelationship
        {
            ResourceName = relationship.ResourceName,
            Type = relationship.Type,
        }));
        return message;
    }

    private static Wire.EnvironmentVariable Variable(EnvironmentVariableSnapshot variable)
    {
        var message = new Wire.EnvironmentVariable { Name = variable.Name, IsFromSpec = variable.IsFromSpec, IsSensitive = variable.IsSensitive };
        if (variable.Value is { } value)
        {
            message.Value = value;
        }

        return message;
    }

    private static Wire.ResourceCommand Command(ResourceCommandSnapshot command)
    {
        var message = new Wire.ResourceCommand
        {
            Name = command.Name,
            DisplayName = command.DisplayName,
            IsHighlighted = command.IsHighlighted,
            State = command.State switch
            {
                ResourceCommandState.Enabled => Wire.ResourceCommandState.Enabled,
                ResourceCommandState.Disabled => Wire.ResourceCommandState.Disabled,
                _ => Wire.ResourceCommandState.Hidden,
            },
        };
        if (command.DisplayDescription is { } description)
        {
            message.DisplayDescription = description;
        }

        if (command.ConfirmationMessage is { } question)
        {
            message.ConfirmationMessage = question;
        }

        if (command.IconName is { } icon)
        {
            message.IconName = icon;
            message.IconVariant = Variant(command.IconVariant);
        }

        return message;
    }

    private static Wire.Url Url(UrlSnapshot url)
    {
        var message = new Wire.Url
        {
            FullUrl = url.Url,
            IsInternal = url.IsInternal,
            IsInactive = url.IsInactive,
            DisplayProperties = new Wire.UrlDisplayProperties
            {
                DisplayName = url.DisplayProperties.DisplayName,
                SortOrder = url.DisplayProperties.SortOrder,
            },
        };
        if (url.Name is { } name)
        {
            message.EndpointName = name;
        }

        return message;
    }

    private static Wire.HealthReport Report(HealthReportSnapshot report)
    {
        var message = new Wire.HealthReport
        {
            Key = report.Name,
            Description = report.Description ?? "",
            Exception = report.ExceptionText ?? "",
            LastRunAt = Instant(report.LastRunAt),
        };
        if (report.Status is { } status)
        {
            message.Status = status switch
            {
                HealthStatus.Healthy => Wire.HealthStatus.Healthy,
                HealthStatus.Degraded => Wire.HealthStatus.Degraded,
                _ => Wire.HealthStatus.Unhealthy,
            };
        }

        return message;
    }

    private static Wire.IconVariant Variant(IconVariant? variant) =>
        variant == IconVariant.Filled ? Wire.IconVariant.Filled : Wire.IconVariant.Regular;

    private static Timestamp? Instant(DateTime? instant) =>
        instant is { } known ? Timestamp.FromDateTime(DateTime.SpecifyKind(known, DateTimeKind.Utc)) : null;
}
