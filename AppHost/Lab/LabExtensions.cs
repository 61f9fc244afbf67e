using AppHost.Run;
using AppHost.Terminal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Scenarios;
using Scenarios.Settings;
using ServiceDefaults.Hosting;

namespace AppHost.Lab;

/// <summary>Reads the lab's switches and adds what the app host does of its own: it plays the run and tells of it.</summary>
internal static class LabExtensions
{
    /// <summary>Set by an experiment for the process that plays an arm, so that it ends when the experiment does, however that ends.</summary>
    public const string StopWithStandardInputKey = "Arm:StopWithStandardInput";

    /// <summary>Reads and checks everything that can be set, before anything starts.</summary>
    /// <exception cref="OptionsValidationException">Something is refused.</exception>
    public static LabOptions AddLab(this IDistributedApplicationBuilder builder)
    {
        var options = SettingsReader.Read<LabOptions>(builder.Configuration);
        // By its name alone: every process of the lab has its own copy of the file.
        _ = ScenarioFiles.Open(ScenarioFiles.Script(options.Scenario));
        RefuseContradictions(options);
        var settings = ReadSettings(builder.Configuration);

        if (options.Exit)
        {
            // Who waits for a run's exit code must not take one that was cut short, even in its start, for a good one.
            Environment.ExitCode = RunConductor.InterruptedExitCode;
        }

        builder.Services.AddSingleton(options);
        if (builder.Configuration.GetValue<bool>(StopWithStandardInputKey))
        {
            builder.Services.AddHostedService(static services => new ParentWatch(
                services.GetRequiredService<IHostApplicationLifetime>(), Console.OpenStandardInput));
        }

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<StatusBoard>();
        builder.Services.AddSingleton<RunClient>();
        builder.Services.AddHostedService<RunConductor>();
        builder.Services.AddHostedService<TerminalView>();
        builder.Services.AddHttpClient();
        builder.Services.AddLogging(static logging => logging.ClearProviders().SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddSingleton<ILoggerProvider, NoticeLoggerProvider>();
        return options;
    }

    /// <summary>
    /// In a configuration of its own: with the scenario's settings in the host's, these would be handed to the services as overridden, and hold
    /// in the runs of other scenarios too.
    /// </summary>
    private static SystemSettings ReadSettings(IConfiguration configuration)
    {
        using var layered = new ConfigurationManager();
        layered.AddConfiguration(configuration);
        return SettingsExtensions.ReadSystemSettings(layered);
    }

    private static void RefuseContradictions(LabOptions options)
    {
        List<string> problems = [];
        if (options.Aws.Provider != AwsProvider.Embedded && options.Clock.Speed != 1)
        {
            problems.Add($"Clock:Speed = {options.Clock.Speed}: must be 1 with Aws:Provider {options.Aws.Provider}, whose clock cannot be accelerated.");
        }

        if (options.Aws is { Provider: AwsProvider.Aws, Region: null or "" })
        {
            problems.Add("Aws:Region is missing: with Aws:Provider Aws name the Region to create the stack in, such as eu-west-1.");
        }

        if (options is { Aws: { Provider: AwsProvider.Aws, EventsEndpoint: null or "" }, FlowControl: false })
        {
            problems.Add("Aws:EventsEndpoint is missing: without flow control, EventBridge must reach Delivery.Worker's /events at a public https URL.");
        }

        if (options.Report is { } file && (file.Length == 0 || !Writable.IsFile(Path.GetFullPath(file))))
        {
            problems.Add($"Report = \"{file}\": must be a file that can be written.");
        }

        if (problems.Count > 0)
        {
            throw new OptionsValidationException("Lab", typeof(LabOptions), problems);
        }
    }
}
