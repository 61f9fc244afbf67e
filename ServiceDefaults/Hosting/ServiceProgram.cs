using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Hosting;

/// <summary>What every service's <c>Program.cs</c> ends with.</summary>
public static class ServiceProgram
{
    /// <summary>The exit code of a process whose configuration is refused.</summary>
    public const int ConfigurationErrorExitCode = 2;

    /// <summary>The exit code of a process that a defect of its own ended.</summary>
    public const int CrashedExitCode = 1;

    /// <summary>Whether a command line asks what can be said on it.</summary>
    public static bool AsksForHelp(string[] args) => args.Any(static argument => argument is "--help" or "-h" or "-?");

    /// <summary>
    /// Builds and runs a service. A background service that fails ends it with <see cref="CrashedExitCode"/>. A refused
    /// configuration, or an address that is taken, ends it at once, with a line a problem on standard error and exit code
    /// <see cref="ConfigurationErrorExitCode"/>.
    /// </summary>
    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        try
        {
            await using var app = build();
            var hasCrashed = false;
            var isStopping = false;
            await using var stopping = app.Lifetime.ApplicationStopping.Register(() => (isStopping, hasCrashed) = (true, HasCrashed(app.Services)));
            await using var stopped = app.Lifetime.ApplicationStopped.Register(() => hasCrashed |= HasCrashed(app.Services));
            try
            {
                await app.RunAsync();
            }
            catch (OperationCanceledException) when (isStopping)
            {
                // Stopped in the middle of its start.
            }

            return hasCrashed ? CrashedExitCode : 0;
        }
        catch (OptionsValidationException refused)
        {
            foreach (var failure in refused.Failures)
            {
                await Console.Error.WriteLineAsync(failure);
            }

            return ConfigurationErrorExitCode;
        }
        catch (IOException unbound) when (unbound.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(unbound.Message);
            return ConfigurationErrorExitCode;
        }
        catch (Exception refused) when (IsOfConfiguration(refused))
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return ConfigurationErrorExitCode;
        }
    }

    /// <summary>What the framework says of addresses and log levels that it cannot read: its message names the setting's value.</summary>
    private static bool IsOfConfiguration(Exception exception) =>
        exception is FormatException { Source: "Microsoft.AspNetCore.Http" } or InvalidOperationException { Source: "Microsoft.Extensions.Logging.Configuration" };

    /// <summary>The host stops, but returns as after an orderly stop, when a background service fails.</summary>
    private static bool HasCrashed(IServiceProvider services) =>
        services.GetServices<IHostedService>().OfType<BackgroundService>().Any(static service => service.ExecuteTask is { IsFaulted: true });
}
