using System.Buffers.Binary;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Dashboard.Tests.Resources;

/// <summary>What answers where a resource service should: gRPC by hand, so that it can say anything.</summary>
internal sealed class HostileService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostileService(WebApplication app) => _app = app;

    public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts it.</summary>
    /// <param name="first">What it says first of the resources, on the n-th call; null: it says nothing and does not hang up.</param>
    /// <param name="protocols">What it speaks.</param>
    public static async Task<HostileService> StartAsync(Func<int, Wire.WatchResourcesUpdate?> first, HttpProtocols protocols = HttpProtocols.Http2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        var app = builder.Build();
        var calls = 0;
        app.Run(async context =>
        {
            context.Response.ContentType = "application/grpc";
            if (context.Request.Path.Value!.EndsWith("/GetApplicationInformation", StringComparison.Ordinal))
            {
                await SayAsync(context.Response, new Wire.ApplicationInformationResponse { ApplicationName = "hostile" });
                context.Response.AppendTrailer("grpc-status", "0");
            }
            else if (first(Interlocked.Increment(ref calls)) is { } update)
            {
                await SayAsync(context.Response, update);
                context.Response.AppendTrailer("grpc-status", "0");
            }
            else
            {
                await context.Response.StartAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task SayAsync(HttpResponse response, IMessage message)
    {
        var bytes = new byte[5 + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), bytes.Length - 5);
        message.WriteTo(bytes.AsSpan(5));
        await response.Body.WriteAsync(bytes);
        await response.Body.FlushAsync();
    }
}
