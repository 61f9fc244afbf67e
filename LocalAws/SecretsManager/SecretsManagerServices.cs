using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>Registers Secrets Manager.</summary>
internal static class SecretsManagerServices
{
    public static IServiceCollection AddSecretsManager(this IServiceCollection services) => services
        .AddSingleton<SecretStore>()
        .AddSingleton<IOperationModule, SecretsManagerModule>();
}
