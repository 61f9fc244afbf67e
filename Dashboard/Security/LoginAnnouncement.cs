using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dashboard.Security;

/// <summary>Says at start-up where the dashboard is. The token is printed only if nobody else knows it.</summary>
internal sealed class LoginAnnouncement(BrowserAccess access, IServer server, DashboardEndpoints endpoints, IHostApplicationLifetime lifetime)
    : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => Console.WriteLine(Text(Address())));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The line.</summary>
    internal string Text(string address) => access switch
    {
        { IsOpen: true } => $"The dashboard is at {address}, without a login.",
        { IsGenerated: true } => $"Login to the dashboard at {access.LoginUrl(address)}",
        _ => $"The dashboard is at {address}; log in with the configured token.",
    };

    /// <summary>The first address, as a browser can open it.</summary>
    private string Address()
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? endpoints.Api[0].ToString();
        var parsed = BindingAddress.Parse(bound);
        var host = parsed.Host is "*" or "+" or "0.0.0.0" or "[::]" or "127.0.0.1" or "[::1]" ? "localhost" : parsed.Host;
        return $"{parsed.Scheme}://{host}:{parsed.Port}";
    }
}
