using System.Security.Cryptography;
using Amazon;
using Amazon.CloudFormation;
using Amazon.Runtime;
using AppHost.Lab;
using Aspire.Hosting.AWS.CloudFormation;

namespace AppHost.Cloud;

/// <summary>Composes the cloud: LocalAws, LocalStack or AWS, and the stack in it.</summary>
internal static class CloudExtensions
{
    private const string DefaultRegion = "eu-west-1";

    /// <summary>LocalStack's, which clients try first.</summary>
    private const int LocalAwsPort = 4566;

    /// <summary>AWS insists on https; without a public worker the direct path leads nowhere, and only the queue is used.</summary>
    private const string NoEventsEndpoint = "https://events.invalid/events";

    /// <summary>Adds the cloud that <c>Aws:Provider</c> names, and the stack.</summary>
    public static Cloud AddCloud(this IDistributedApplicationBuilder builder, LabOptions lab, RunFolders folders)
    {
        var region = string.IsNullOrEmpty(lab.Aws.Region) ? DefaultRegion : lab.Aws.Region;
        var (deliveryKey, eventsKey) = (NewKey(), NewKey());
        var stack = builder.AddAWSCloudFormationTemplate("stack", Path.Combine(builder.AppHostDirectory, "..", "infra", "template.yaml"), Cloud.StackName)
            .WithParameter("FlowControl", lab.FlowControl ? "true" : "false")
            .WithParameter("DeliveryApiKey", deliveryKey)
            .WithParameter("EventsApiKey", eventsKey);

        return lab.Aws.Provider switch
        {
            AwsProvider.Embedded => AddEmbedded(builder, folders, stack, region, deliveryKey, eventsKey),
            AwsProvider.LocalStack => AddLocalStack(lab, stack, region, deliveryKey, eventsKey),
            _ => AddAws(builder, lab, stack, region, deliveryKey, eventsKey),
        };
    }

    /// <summary>Gives a service its AWS clients' configuration and the stack's outputs; it starts when the stack is there.</summary>
    public static IResourceBuilder<ProjectResource> WithCloud(this IResourceBuilder<ProjectResource> service, Cloud cloud) =>
        service.WithAwsClients(cloud).WithReference(cloud.Stack);

    /// <summary>Gives a service its AWS clients' configuration.</summary>
    public static IResourceBuilder<ProjectResource> WithAwsClients(this IResourceBuilder<ProjectResource> service, Cloud cloud)
    {
        service.WithEnvironment("AWS__Region", cloud.Region);
        return cloud is { EmulatorHost: { } host, EmulatorPort: { } port }
            ? service.WithEnvironment("LocalStack__UseLocalStack", "true")
                .WithEnvironment("LocalStack__Session__RegionName", cloud.Region)
                .WithEnvironment("LocalStack__Config__LocalStackHost", host)
                .WithEnvironment("LocalStack__Config__EdgePort", port)
            : service;
    }

    /// <summary>Tells the stack where EventBridge reaches the worker.</summary>
    public static void DeliverTo(this Cloud cloud, IResourceBuilder<ProjectResource> worker)
    {
        if (cloud.LocalAws is { } localAws)
        {
            // LocalAws resolves the template's http://delivery-worker/events like every service does.
            localAws.WithReference(worker);
        }
        else if (cloud.CallbackHost is { } host)
        {
            worker.WithEndpoint("http", static endpoint => endpoint.TargetHost = "0.0.0.0");
            worker.OnResourceEndpointsAllocated((resource, _, _) =>
            {
                cloud.Stack.WithParameter("EventsEndpoint", $"http://{host}:{resource.GetEndpoint("http").Port}/events");
                return Task.CompletedTask;
            });
        }
        else
        {
            cloud.Stack.WithParameter("EventsEndpoint", cloud.EventsEndpoint ?? NoEventsEndpoint);
        }
    }

    private static Cloud AddEmbedded(
        IDistributedApplicationBuilder builder,
        RunFolders folders,
        IResourceBuilder<ICloudFormationTemplateResource> stack,
        string region,
        string deliveryKey,
        string eventsKey)
    {
        // No launch profile: `dotnet run` would tell of it on the standard output of `match`.
        var localAws = builder.AddProject<Projects.LocalAws>("local-aws", launchProfileName: null)
            .WithHttpEndpoint(port: LocalAwsPort)
            .WithEnvironment("LocalAws__DataDirectory", folders.CreateTemporary("local-aws"))
            .WithHttpHealthCheck("/health");
        var endpoint = localAws.GetEndpoint("http");
        localAws.OnResourceEndpointsAllocated((_, _, _) =>
        {
            stack.WithReference(ConnectTo(new Uri(endpoint.Url), region));
            return Task.CompletedTask;
        });
        stack.WaitFor(localAws);
        return new Cloud
        {
            Region = region,
            Stack = stack,
            DeliveryApiKey = deliveryKey,
            EventsApiKey = eventsKey,
            EmulatorHost = ReferenceExpression.Create($"{endpoint.Property(EndpointProperty.Host)}"),
            EmulatorPort = ReferenceExpression.Create($"{endpoint.Property(EndpointProperty.Port)}"),
            LocalAws = localAws,
        };
    }

    private static Cloud AddLocalStack(
        LabOptions lab,
        IResourceBuilder<ICloudFormationTemplateResource> stack,
        string region,
        string deliveryKey,
        string eventsKey)
    {
        var endpoint = new Uri(lab.Aws.LocalStackEndpoint);
        LocalStackProbe.Require(endpoint);
        stack.WithReference(ConnectTo(endpoint, region));
        return new Cloud
        {
            Region = region,
            Stack = stack,
            DeliveryApiKey = deliveryKey,
            EventsApiKey = eventsKey,
            EmulatorHost = ReferenceExpression.Create($"{endpoint.Host}"),
            EmulatorPort = ReferenceExpression.Create($"{endpoint.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}"),
            CallbackHost = lab.Aws.LocalStackCallbackHost,
        };
    }

    private static Cloud AddAws(
        IDistributedApplicationBuilder builder,
        LabOptions lab,
        IResourceBuilder<ICloudFormationTemplateResource> stack,
        string region,
        string deliveryKey,
        string eventsKey)
    {
        Console.WriteLine($"""
            About to create or update the CloudFormation stack "{Cloud.StackName}" in {region}: an event bus with a rule, a
            connection and an API destination, an SQS queue, an SSM parameter, a secret and an IAM role. They cost money while
            they exist; `aws cloudformation delete-stack --stack-name {Cloud.StackName} --region {region}` removes them.
            """);
        var config = builder.AddAWSSDKConfig().WithRegion(RegionEndpoint.GetBySystemName(region));
        if (!string.IsNullOrEmpty(lab.Aws.Profile))
        {
            config.WithProfile(lab.Aws.Profile);
        }

        stack.WithReference(config);
        return new Cloud
        {
            Region = region,
            Stack = stack,
            DeliveryApiKey = deliveryKey,
            EventsApiKey = eventsKey,
            EventsEndpoint = lab.Aws.EventsEndpoint,
        };
    }

    /// <summary>A client for an emulator, which takes any credentials.</summary>
    private static AmazonCloudFormationClient ConnectTo(Uri endpoint, string region) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonCloudFormationConfig { ServiceURL = endpoint.ToString(), AuthenticationRegion = region });

    private static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
