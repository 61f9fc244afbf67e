using LocalAws.Protocol;

namespace LocalAws.Sts;

/// <summary>Registers STS.</summary>
internal static class StsServices
{
    public static IServiceCollection AddSts(this IServiceCollection services) => services.AddSingleton<IOperationModule, StsModule>();
}
