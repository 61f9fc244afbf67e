using Microsoft.Extensions.Hosting;

namespace AppHost.Cloud;

/// <summary>A directory of this run, which whoever writes to it creates. It is gone when every resource has stopped.</summary>
internal sealed class RunDirectory(string prefix) : IHostedService, IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), prefix + Guid.NewGuid().ToString("N"));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        try
        {
            if (Directory.Exists(Path))
            {
                Directory.Delete(Path, recursive: true);
            }
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // It is in the directory for temporary files: others will tidy up.
        }
    }
}
