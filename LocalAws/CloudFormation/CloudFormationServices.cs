using LocalAws.CloudFormation.Operations;
using LocalAws.CloudFormation.Resources;
using LocalAws.CloudFormation.Stacks;
using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.CloudFormation;

/// <summary>Registers CloudFormation.</summary>
internal static class CloudFormationServices
{
    public static IServiceCollection AddCloudFormation(this IServiceCollection services) => services
        .AddSingleton<ResourceType, EventBusResource>()
        .AddSingleton<ResourceType, RuleResource>()
        .AddSingleton<ResourceType, ConnectionResource>()
        .AddSingleton<ResourceType, ApiDestinationResource>()
        .AddSingleton<ResourceType, QueueResource>()
        .AddSingleton<ResourceType, QueuePolicyResource>()
        .AddSingleton<ResourceType, ParameterResource>()
        .AddSingleton<ResourceType, SecretResource>()
        .AddSingleton<ResourceType, RoleResource>()
        .AddSingleton<ResourceCatalog>()
        .AddSingleton<DynamicReferences>()
        .AddSingleton<StackStore>()
        .AddSingleton<IStatePart>(static provider => provider.GetRequiredService<StackStore>())
        .AddSingleton<StackRunner>()
        .AddSingleton<ChangeSetStore>()
        .AddSingleton<IStatePart>(static provider => provider.GetRequiredService<ChangeSetStore>())
        .AddSingleton<IOperationModule, CloudFormationModule>()
        .AddSingleton<IOperationModule, ChangeSetModule>()
        .AddSingleton<IOperationModule, ExportModule>();
}
