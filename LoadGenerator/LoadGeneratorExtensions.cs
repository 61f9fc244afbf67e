using LoadGenerator.Api;
using LoadGenerator.Playing;
using LoadGenerator.Runs;
using Microsoft.Extensions.Options;
using Scenarios.Settings;

namespace LoadGenerator;

/// <summary>Registers the load generator, for the service and for the command line alike.</summary>
internal static class LoadGeneratorExtensions
{
    /// <summary>Adds what plays a script and what keeps the runs.</summary>
    /// <exception cref="OptionsValidationException">A setting in the section <c>Load</c> is refused.</exception>
    public static void AddLoadGenerator(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ReadOptions(builder.Configuration));
        builder.Services.AddSingleton<LoadMetrics>();
        builder.Services.AddSingleton<ScriptPlayer>();
        builder.Services.AddSingleton<RunDesk>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RunDesk>());
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, RunJson.Default));

        // A user sends when it is due, whatever became of those before: no limit on connections, no retries, no
        // redirects, no log lines a request. The script's timeout runs on the clock of the simulation, not on HttpClient's.
        builder.Services.AddHttpClient(ScriptPlayer.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }

    private static LoadOptions ReadOptions(IConfiguration configuration)
    {
        try
        {
            return SettingsReader.Read<LoadOptions>(configuration.GetSection("Load"));
        }
        catch (OptionsValidationException refused)
        {
            throw new OptionsValidationException("Load", typeof(LoadOptions), refused.Failures.Select(failure => $"Load:{failure}"));
        }
    }
}
