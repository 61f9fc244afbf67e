using Aspire.Hosting.AWS.CloudFormation;

namespace AppHost.Cloud;

/// <summary>The AWS that the services talk to: where it answers, and the stack in it.</summary>
internal sealed class Cloud
{
    /// <summary>The name of the stack; the dashboard updates it to move the rule's target.</summary>
    public const string StackName = "sls-observe";

    /// <summary>The Region.</summary>
    public required string Region { get; init; }

    /// <summary>The stack of infra/template.yaml.</summary>
    public required IResourceBuilder<ICloudFormationTemplateResource> Stack { get; init; }

    /// <summary>The key that Delivery.Worker sends to SlowApi; it lives in the stack's secret.</summary>
    public required string DeliveryApiKey { get; init; }

    /// <summary>The key that EventBridge's connection sends to Delivery.Worker.</summary>
    public required string EventsApiKey { get; init; }

    /// <summary>Host and port of an emulator; both null with real AWS.</summary>
    public ReferenceExpression? EmulatorHost { get; init; }

    /// <inheritdoc cref="EmulatorHost" />
    public ReferenceExpression? EmulatorPort { get; init; }

    /// <summary>LocalAws, when it is the emulator.</summary>
    public IResourceBuilder<ProjectResource>? LocalAws { get; init; }

    /// <summary>The public URL of Delivery.Worker's <c>/events</c> with real AWS; null: it is on this machine.</summary>
    public string? EventsEndpoint { get; init; }

    /// <summary>The host name by which an emulator in a container reaches this machine; null: no container.</summary>
    public string? CallbackHost { get; init; }
}
