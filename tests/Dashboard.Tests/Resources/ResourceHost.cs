using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dashboard.Tests.Resources;

/// <summary>An app host with resources that the test moves, and its resource service.</summary>
internal sealed class ResourceHost : IAsyncDisposable
{
    public const string Key = "the-key";

    private readonly DistributedApplication _app;

    private ResourceHost(DistributedApplication app, string url)
    {
        _app = app;
        Url = url;
    }

    public string Url { get; }

    public ResourceNotificationService Notifications => _app.ResourceNotifications;

    public IResource Thing => Find("thing");

    public static async Task<ResourceHost> StartAsync(string? url = null, Action<IDistributedApplicationBuilder>? configure = null)
    {
        var builder = DistributedApplication.CreateBuilder(
        [
            "--Logging:LogLevel:Default=Warning",
            "--AppHost:DashboardApplicationName=Shop",
            $"--AppHost:ResourceService:ApiKey={Key}",
            $"--ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL={url ?? $"http://127.0.0.1:{FreePort()}"}",
        ]);
        builder.AddResource(new TestResource("thing"));
        configure?.Invoke(builder);
        var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ResourceHost(app, builder.Configuration["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"]!);
    }

    /// <summary>Changes how the resource stands.</summary>
    public Task ShowAsync(string state, string name = "thing") => Notifications.PublishUpdateAsync(Find(name), last => last with { State = state });

    /// <summary>Writes lines to the resource's console.</summary>
    public void Write(int count, string text = "line", string name = "thing")
    {
        var logger = _app.Services.GetRequiredService<ResourceLoggerService>().GetLogger(Find(name));
        for (var number = 0; number < count; number++)
        {
#pragma warning disable CA1848, CA1873, CA2254 // The console's text is the test's.
            logger.LogInformation(string.Create(CultureInfo.InvariantCulture, $"{text} {number}"));
#pragma warning restore CA1848, CA1873, CA2254
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResource Find(string name) =>
        _app.Services.GetRequiredService<DistributedApplicationModel>().Resources.Single(resource => resource.Name == name);

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private sealed class TestResource(string name) : Resource(name);
}
