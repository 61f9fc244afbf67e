using Scenarios.Settings;
using ServiceDefaults.Randomness;
using ServiceDefaults.State;
using SlowApi.Functions;
using SlowApi.Keys;
using SlowApi.Orders;
using SlowApi.Throttling;

namespace SlowApi;

/// <summary>What SlowApi is made of: a gateway (keys, limit) before a function (faults, latency).</summary>
internal static class SlowApiServices
{
    public static void AddSlowApi(this WebApplicationBuilder builder, SystemSettings settings)
    {
        var keys = ApiKeys.Read(builder.Configuration);
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(keys);
        builder.Services.AddSingleton(services =>
            new UsagePlan(services.GetRequiredService<LiveSettings>(), keys.Count, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddRateLimiter(static options => options.AddUsagePlan());
        builder.Services.AddSingleton(services => new SlowDice(
            services.GetRequiredService<LiveSettings>(),
            new RandomSource(settings.Seed, "SlowApi.Faults"),
            new RandomSource(settings.Seed, "SlowApi.Latency")));
        var state = StateDirectory.Read(builder.Configuration);
        builder.Services.AddSingleton(_ => new OrderLedger(state.File("orders.ledger")));
        builder.Services.AddSingleton<SlowApiMetrics>();
        builder.Services.AddSingleton<SlowFunction>();
    }
}
