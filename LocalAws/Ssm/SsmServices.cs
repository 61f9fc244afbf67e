using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.Ssm;

/// <summary>Registers Systems Manager's parameter store.</summary>
internal static class SsmServices
{
    public static IServiceCollection AddSsm(this IServiceCollection services) => services
        .AddSingleton<SsmStore>()
        .AddSingleton<IStatePart>(static provider => provider.GetRequiredService<SsmStore>())
        .AddSingleton<IOperationModule, SsmModule>()
        .AddSingleton<IOperationModule, SearchModule>()
        .AddSingleton<IOperationModule, LabelModule>()
        .AddSingleton<IOperationModule, TagModule>();
}
