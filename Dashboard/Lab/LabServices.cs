using Dashboard.Lab.Control;

namespace Dashboard.Lab;

/// <summary>The lab, put together.</summary>
internal static class LabServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Adds it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="speed">Simulated seconds a real second, of the system under study.</param>
    public static IServiceCollection AddLab(this IServiceCollection services, double speed)
    {
        services.AddHttpClient<LabHttp>(http => http.Timeout = Patience);
        return services
            .AddSingleton(new LabClock(speed))
            .AddSingleton<Audience>()
            .AddSingleton<LoadClient>()
            .AddHosted<SettingsDesk>()
            .AddHosted<FlowDesk>()
            .AddHosted<LabWatch>()
            .AddHosted<RunControl>();
    }

    private static IServiceCollection AddHosted<T>(this IServiceCollection services)
        where T : class, IHostedService =>
        services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());
}
