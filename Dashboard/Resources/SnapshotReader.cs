using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Dashboard.Resources;

/// <summary>Reads what a resource service says of a resource.</summary>
internal static class SnapshotReader
{
    private const string RunningState = "Running";

    private static readonly long Earliest = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>The resource; whatever it is called by on a page is visible text. Of variables or properties that come twice the first counts: the pages tell them apart by name.</summary>
    public static ResourceSnapshot Read(Wire.Resource message)
    {
        ResourceHealthReport[] reports = [.. message.HealthReports.Select(ReadReport)];
        return new()
        {
            Name = message.Name,
            DisplayName = NameOf(message),
            Type = VisibleText.Of(message.ResourceType),
            Uid = message.Uid,
            State = message.HasState ? VisibleText.Of(message.State) : null,
            StateStyle = message.HasStateStyle ? message.StateStyle : null,
            CreatedAt = Instant(message.CreatedAt),
            StartedAt = Instant(message.StartedAt),
            StoppedAt = Instant(message.StoppedAt),
            Health = HealthOf(message, reports),
            Environment = [.. message.Environment.Select(ReadVariable).DistinctBy(static variable => variable.Name).OrderBy(static variable => variable.Name, StringComparer.OrdinalIgnoreCase)],
            Urls = [.. message.Urls.OrderByDescending(static url => url.DisplayProperties?.SortOrder ?? 0).Select(ReadUrl)],
            Properties = [.. message.Properties.Select(ReadProperty).DistinctBy(static property => property.Name)],
            HealthReports = reports,
            Relations = [.. message.Relationships.Select(static relation => new ResourceRelation(VisibleText.Of(relation.ResourceName), VisibleText.Of(relation.Type)))],
            Commands = [.. message.Commands.Select(ReadCommand)],
            IsHidden = message.IsHidden,
            IconName = message.HasIconName ? message.IconName : null,
        };
    }

    private static string NameOf(Wire.Resource message) =>
        VisibleText.Of(message.DisplayName.Length > 0 ? message.DisplayName : message.Name) is var name && !string.IsNullOrWhiteSpace(name) ? name : "(no name)";

    /// <summary>The worst of the reports, while it runs; one that was not made yet may turn out anyhow.</summary>
    private static ResourceHealth? HealthOf(Wire.Resource message, ResourceHealthReport[] reports) =>
        message.State != RunningState ? null
        : reports.Length == 0 ? ResourceHealth.Healthy
        : reports.Max(static report => report.Health ?? ResourceHealth.Unhealthy);

    private static ResourceHealthReport ReadReport(Wire.HealthReport report) => new(
        VisibleText.Of(report.Key),
        !report.HasStatus ? null : report.Status switch
        {
            Wire.HealthStatus.Healthy => ResourceHealth.Healthy,
            Wire.HealthStatus.Degraded => ResourceHealth.Degraded,
            _ => ResourceHealth.Unhealthy,
        },
        report.Description,
        report.Exception,
        Instant(report.LastRunAt));

    /// <summary>A host that does not say whether a value is a secret is not asked to be trusted: it is masked.</summary>
    private static ResourceVariable ReadVariable(Wire.EnvironmentVariable variable) => new(
        VisibleText.Of(variable.Name),
        variable.HasValue ? variable.Value : null,
        variable.IsFromSpec,
        !variable.HasIsSensitive || variable.IsSensitive);

    private static ResourceUrl ReadUrl(Wire.Url url) => new(
        url.HasEndpointName ? VisibleText.Of(url.EndpointName) : null,
        url.FullUrl,
        VisibleText.Of(url.DisplayProperties?.DisplayName ?? ""),
        url.IsInternal,
        url.IsInactive);

    private static ResourceProperty ReadProperty(Wire.ResourceProperty property) => new(
        VisibleText.Of(property.Name),
        property.HasDisplayName ? VisibleText.Of(property.DisplayName) : null,
        Text(property.Value),
        property is { HasIsSensitive: true, IsSensitive: true });

    private static ResourceCommand ReadCommand(Wire.ResourceCommand command) => new(
        command.Name,
        VisibleText.Of(command.DisplayName),
        command.State switch
        {
            Wire.ResourceCommandState.Enabled => ResourceCommandState.Enabled,
            Wire.ResourceCommandState.Disabled => ResourceCommandState.Disabled,
            _ => ResourceCommandState.Hidden,
        })
    {
        Description = command.HasDisplayDescription ? VisibleText.Of(command.DisplayDescription) : null,
        ConfirmationMessage = command.HasConfirmationMessage ? VisibleText.Of(command.ConfirmationMessage) : null,
        IsHighlighted = command.IsHighlighted,
        IconName = command.HasIconName ? command.IconName : null,
        IsIconFilled = command is { HasIconVariant: true, IconVariant: Wire.IconVariant.Filled },
    };

    private static string Text(Value? value) => value?.KindCase switch
    {
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.NumberValue => value.NumberValue.ToString(CultureInfo.InvariantCulture),
        Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        Value.KindOneofCase.ListValue => string.Join(' ', value.ListValue.Values.Select(Text)),
        Value.KindOneofCase.StructValue => value.StructValue.ToString(),
        _ => "",
    };

    /// <summary>The instant; null for none, or one beyond the calendar.</summary>
    private static DateTimeOffset? Instant(Timestamp? instant) =>
        instant is { Nanos: >= 0 and < 1_000_000_000 } && instant.Seconds >= Earliest && instant.Seconds <= Latest ? instant.ToDateTimeOffset() : null;
}
