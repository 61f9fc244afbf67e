using Dashboard.Telemetry;

namespace Dashboard.Otlp;

/// <summary>The receiver, put together.</summary>
internal static class OtlpServices
{
    /// <summary>As Aspire's standalone dashboard: nobody is asked for a key or a token.</summary>
    private const string AllowAnonymousKey = "ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS";

    /// <summary>Adds what takes telemetry in.</summary>
    public static IServiceCollection AddOtlpReceivers(this IServiceCollection services, OtlpOptions options, IConfiguration configuration) => services
        .AddSingleton(new OtlpKeys(options, configuration.GetValue<bool>(AllowAnonymousKey)))
        .AddSingleton(new OtlpCors(options.Cors))
        .AddSingleton<StringPool>(_ => new())
        .AddSingleton<AttributeReader>()
        .AddSingleton<ResourceReader>()
        .AddSingleton<MetricReader>()
        .AddSingleton<LogReader>()
        .AddSignal<TraceSignal>()
        .AddSignal<LogSignal>()
        .AddSignal<MetricSignal>();

    private static IServiceCollection AddSignal<TSignal>(this IServiceCollection services)
        where TSignal : IOtlpSignal => services.AddSingleton<IOtlpSignal>(provider => new OnceSignal(
            ActivatorUtilities.CreateInstance<TSignal>(provider), provider.GetRequiredService<RepeatedRequests>()));
}
