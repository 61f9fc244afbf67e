using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Scenarios.Settings;

/// <summary>Gives a service its <see cref="SystemSettings"/>.</summary>
public static class SettingsExtensions
{
    /// <summary>The scenario that is played when none is named.</summary>
    public const string DefaultScenario = "readme";

    /// <summary>
    /// Adds <see cref="SystemSettings"/> as a singleton: the overlay <c>Scenarios/&lt;Scenario&gt;.json</c>, then the
    /// service's own configuration (appsettings, environment, command line), which is stronger.
    /// </summary>
    /// <returns>The settings, for who needs them while building.</returns>
    /// <exception cref="OptionsValidationException">A setting is refused.</exception>
    public static SystemSettings AddSystemSettings(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = ReadSystemSettings(builder.Configuration);
        builder.Services.AddSingleton(settings);
        return settings;
    }

    /// <summary>Puts the scenario's overlay beneath <paramref name="configuration"/> and reads the settings.</summary>
    /// <exception cref="OptionsValidationException">A setting is refused, or there is no such scenario.</exception>
    public static SystemSettings ReadSystemSettings(IConfigurationManager configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var scenario = configuration["Scenario"] is { Length: > 0 } named ? named : DefaultScenario;
        var overlay = new JsonConfigurationSource { Path = ScenarioFiles.Overlay(scenario), Optional = true };
        overlay.ResolveFileProvider();
        configuration.Sources.Insert(0, overlay);
        return SettingsReader.Read<SystemSettings>(configuration);
    }
}
