using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Embedded;

/// <summary>Disposes of a host, whichever way it knows.</summary>
internal static class HostDisposal
{
    internal static async ValueTask DisposeAsync(IHost host)
    {
        if (host is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            host.Dispose();
        }
    }
}
