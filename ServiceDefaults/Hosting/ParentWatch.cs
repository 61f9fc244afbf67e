using Microsoft.Extensions.Hosting;

namespace ServiceDefaults.Hosting;

/// <summary>
/// Stops this process when the host that started it is gone, even by SIGKILL: the host holds the other end of our
/// standard input, and the kernel closes it with the host.
/// </summary>
/// <remarks>Enabled by <c>Host:StopWithStandardInput</c>, which the embedded host sets.</remarks>
internal sealed class ParentWatch(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        while (await input.ReadAsync(buffer, stoppingToken) > 0)
        {
            // What is written to us is of no interest; only the end is.
        }

        lifetime.StopApplication();
    }
}
