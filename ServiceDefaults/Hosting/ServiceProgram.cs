using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Hosting;

/// <summary>What every service's <c>Program.cs</c> ends with.</summary>
public static class ServiceProgram
{
    /// <summary>The exit code of a process that could not start, such as for a port that is taken.</summary>
    public const int StartErrorExitCode = 1;

    /// <summary>The exit code of a process whose configuration is refused.</summary>
    public const int ConfigurationErrorExitCode = 2;

    /// <summary>
    /// Builds and runs a service. A refused configuration ends it at once, with a line a problem on standard error
    /// and exit code <see cref="ConfigurationErrorExitCode"/>; so does a port that is taken, with
    /// <see cref="StartErrorExitCode"/>.
    /// </summary>
    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        try
        {
            await using var app = build();
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException refused)
        {
            foreach (var failure in refused.Failures)
            {
                await Console.Error.WriteLineAsync(failure);
            }

            return ConfigurationErrorExitCode;
        }
        catch (IOException failed) when (failed.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return StartErrorExitCode;
        }
    }
}
