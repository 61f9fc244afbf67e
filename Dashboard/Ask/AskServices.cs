using Dashboard.Runs;

namespace Dashboard.Ask;

/// <summary>Questions in SQL, put together.</summary>
internal static class AskServices
{
    /// <summary>Adds what answers them.</summary>
    public static IServiceCollection AddAsk(this IServiceCollection services, AskOptions options) =>
        services
        .AddSingleton(options)
        .AddSingleton(provider => new EarlierRuns(provider.GetRequiredService<RunCatalog>(), options.MemoryMegabytes))
        .AddSingleton<Asker>();
}
