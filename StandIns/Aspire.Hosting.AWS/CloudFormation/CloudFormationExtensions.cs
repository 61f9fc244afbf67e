using Amazon.CloudFormation;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS;
using Aspire.Hosting.AWS.CloudFormation;
using Aspire.Hosting.Embedded.Manifest;

namespace Aspire.Hosting;

/// <summary>Adds CloudFormation stacks.</summary>
public static class CloudFormationExtensions
{
    private const string DefaultConfigSection = "AWS:Resources";

    /// <summary>Adds a stack of a template: it is created, or updated to the template, when the application starts.</summary>
    /// <param name="name">The unique name of the resource.</param>
    /// <param name="templatePath">Where the template is, from the app host's directory.</param>
    /// <param name="stackName">The stack's name. Default: the resource's.</param>
    public static IResourceBuilder<ICloudFormationTemplateResource> AddAWSCloudFormationTemplate(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string templatePath, string? stackName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var resource = new TemplateResource(name, stackName ?? name, Path.GetFullPath(templatePath, builder.AppHostDirectory));
        return Add(builder, resource, "CloudFormationTemplate", "aws.cloudformation.template.v0");
    }

    /// <summary>Adds a stack that somebody else looks after: its outputs are read when the application starts.</summary>
    /// <param name="name">The unique name of the resource.</param>
    /// <param name="stackName">The stack's name. Default: the resource's.</param>
    public static IResourceBuilder<ICloudFormationStackResource> AddAWSCloudFormationStack(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string? stackName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Add(builder, new StackResource(name, stackName ?? name), "CloudFormationStack", "aws.cloudformation.stack.v0");
    }

    /// <summary>Sets a parameter of the stack.</summary>
    public static IResourceBuilder<ICloudFormationTemplateResource> WithParameter(
        this IResourceBuilder<ICloudFormationTemplateResource> builder, string parameterName, string parameterValue)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.AddParameter(parameterName, parameterValue);
        return builder;
    }

    /// <summary>Tags the stack.</summary>
    public static IResourceBuilder<ICloudFormationResource> WithTag(
        this IResourceBuilder<ICloudFormationResource> builder, string tagKey, string tagValue)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.Tags[tagKey] = tagValue;
        return builder;
    }

    /// <summary>An output of the stack.</summary>
    public static StackOutputReference GetOutput(this IResourceBuilder<ICloudFormationResource> builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new StackOutputReference(name, builder.Resource);
    }

    /// <summary>Sets an environment variable to an output of a stack, for which the resource waits.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, StackOutputReference stackOutputReference)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(stackOutputReference);
        return builder.WithAnnotation(new StackReference(stackOutputReference.Resource)).WithEnvironment(async context =>
        {
            if (context.ExecutionContext.IsPublishMode)
            {
                context.EnvironmentVariables[name] = stackOutputReference.ValueExpression;
                return;
            }

            ApplyConfig(context, stackOutputReference.Resource);
            context.EnvironmentVariables[name] = await stackOutputReference.GetValueAsync(context.CancellationToken) ?? "";
        });
    }

    /// <summary>Says with what Region and credentials the stack is reached.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IAWSSDKConfig awsSdkConfig)
        where TDestination : ICloudFormationResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.AWSSDKConfig = awsSdkConfig;
        return builder;
    }

    /// <summary>Says with what client the stack is reached, such as one of an emulator.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IAmazonCloudFormation cloudFormationClient)
        where TDestination : ICloudFormationResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Resource.CloudFormationClient = cloudFormationClient;
        return builder;
    }

    /// <summary>Gives a resource the outputs of a stack as configuration; it waits for the stack.</summary>
    /// <param name="cloudFormationResourceBuilder">The stack.</param>
    /// <param name="configSection">The section that the outputs appear in.</param>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<ICloudFormationResource> cloudFormationResourceBuilder,
        string configSection = DefaultConfigSection)
        where TDestination : IResourceWithEnvironment, IResourceWithWaitSupport
    {
        ArgumentNullException.ThrowIfNull(cloudFormationResourceBuilder);
        ArgumentNullException.ThrowIfNull(configSection);
        var stack = cloudFormationResourceBuilder.Resource;
        var prefix = configSection.Replace(":", "__", StringComparison.Ordinal);
        return builder.WaitFor(cloudFormationResourceBuilder).WithReferenceRelationship(stack).WithAnnotation(new StackReference(stack)).WithEnvironment(context =>
        {
            if (context.ExecutionContext.IsPublishMode)
            {
                return;
            }

            ApplyConfig(context, stack);
            foreach (var output in stack.Outputs ?? [])
            {
                context.EnvironmentVariables[$"{prefix}__{output.OutputKey}"] = output.OutputValue ?? "";
            }
        });
    }

    private static void ApplyConfig(EnvironmentCallbackContext context, ICloudFormationResource stack)
    {
        if (stack.AWSSDKConfig is { } config)
        {
            SDKEnvironment.Apply(context.EnvironmentVariables, config, overwrite: false);
        }
    }

    private static IResourceBuilder<T> Add<T>(IDistributedApplicationBuilder builder, T resource, string type, string manifestType)
        where T : StackResource =>
        builder.AddResource(resource)
            .WithAnnotation(new ManifestForm(manifestType, (writer, relative) => StackManifest.Write(writer, builder.Resources, resource, relative)))
            .WithInitialState(new CustomResourceSnapshot { ResourceType = type, Properties = [] })
            .OnInitializeResource(static (stack, @event, cancellationToken) => new StackProvisioner(stack, @event).RunAsync(cancellationToken));
}
