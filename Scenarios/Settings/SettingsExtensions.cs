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
    /// Adds <see cref="SystemSettings"/>, as they are at the start, and <see cref="LiveSettings"/>: the overlay <c>Scenarios/&lt;Scenario&gt;.json</c>, then the
    /// service's own configuration (appsettings, environment, command line), which is stronger.
    /// </summary>
    /// <returns>The settings, for who needs them while building.</returns>
    /// <exception cref="OptionsValidationException">A setting is refused.</exception>
    public static SystemSettings AddSystemSettings(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (scenario, own) = (ScenarioOf(builder.Configuration), LiveSettings.OwnOf(builder.Configuration));
        var settings = ReadSystemSettings(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new LiveSettings(scenario, own, settings));
        return settings;
    }

    /// <summary>Puts the scenario's overlay beneath <paramref name="configuration"/> and reads the settings.</summary>
    /// <exception cref="OptionsValidationException">A setting is refused, or there is no such scenario.</exception>
    public static SystemSettings ReadSystemSettings(IConfigurationManager configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return ReadWithOverlay(configuration, ScenarioFiles.Overlay(ScenarioOf(configuration)));
    }

    /// <summary>
    /// Puts the overlay in <paramref name="file"/>, which need not exist, beneath <paramref name="configuration"/> and
    /// reads the settings. The file may hold nothing but settings.
    /// </summary>
    internal static SystemSettings ReadWithOverlay(IConfigurationManager configuration, string file)
    {
        if (!File.Exists(file))
        {
            return SettingsReader.Read<SystemSettings>(configuration);
        }

        var overlay = new JsonConfigurationSource { Path = Path.GetFullPath(file) };
        overlay.ResolveFileProvider();
        try
        {
            SettingsReader.Read<SystemSettings>(new ConfigurationBuilder().Add(overlay).Build(), strict: true);
        }
        catch (OptionsValidationException refused)
        {
            throw new OptionsValidationException(
                refused.OptionsName, refused.OptionsType, refused.Failures.Select(failure => $"{Path.GetFileName(file)}: {failure}"));
        }
        catch (InvalidDataException invalid)
        {
            var reason = invalid.InnerException?.InnerException?.Message ?? invalid.Message;
            throw new OptionsValidationException(
                nameof(SystemSettings), typeof(SystemSettings), [$"{Path.GetFileName(file)}: not JSON: {reason}"]);
        }

        configuration.Sources.Insert(0, overlay);
        return SettingsReader.Read<SystemSettings>(configuration);
    }

    private static string ScenarioOf(IConfiguration configuration) => configuration["Scenario"] is { Length: > 0 } named ? named : DefaultScenario;
}
