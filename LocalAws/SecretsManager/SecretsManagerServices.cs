using LocalAws.Protocol;
using LocalAws.State;

namespace LocalAws.SecretsManager;

/// <summary>Registers Secrets Manager.</summary>
internal static class SecretsManagerServices
{
    public static IServiceCollection AddSecretsManager(this IServiceCollection services) => services
        .AddSingleton<SecretStore>()
        .AddSingleton<IStatePart>(static provider => provider.GetRequiredService<SecretStore>())
        .AddSingleton<IOperationModule, SecretsManagerModule>()
        .AddSingleton<IOperationModule, SecretSearchModule>()
        .AddSingleton<IOperationModule, SecretLabelModule>()
        .AddSingleton<IOperationModule, RandomPasswordModule>();
}
