using Microsoft.Extensions.Hosting;

namespace ServiceDefaults.Hosting;

/// <summary>
/// Stops this process when the host that started it is gone, even by SIGKILL: the host holds the other end of our
/// standard input, and the kernel closes it with the host.
/// </summary>
/// <param name="lifetime">This process' life.</param>
/// <param name="openInput">Opens the standard input.</param>
/// <remarks>In a service enabled by <c>Host:StopWithStandardInput</c>, which the embedded host sets.</remarks>
public sealed class ParentWatch(IHostApplicationLifetime lifetime, Func<Stream> openInput) : BackgroundService
{
    /// <inheritdoc />
    // Reading from a console cannot be cancelled: the reading thread is left behind when the service stops, which
    // must not wait for a host that lives on.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(WaitForEnd, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .WaitAsync(stoppingToken);

    private void WaitForEnd()
    {
        Span<byte> ignored = stackalloc byte[256];
        try
        {
            using var input = openInput();
            while (input.Read(ignored) > 0)
            {
                // What is written to us is of no interest; only the end is.
            }
        }
        catch (IOException)
        {
            // An input that cannot be read has no host at its other end either.
        }

        lifetime.StopApplication();
    }
}
