using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Notification.Api.Tests.Fixtures;

/// <summary>Notification.Api on a port of its own, before a fake EventBridge and on a clock that the tests move.</summary>
internal sealed class NotificationHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings = [];
    private readonly SpanCollector _spans = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public FakeEventBridge EventBridge { get; } = new();

    public CounterCollector Counters { get; private set; } = null!;

    public LogCollector Logs { get; } = new();

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public IReadOnlyCollection<Activity> Spans => _spans.Ended;

    public static Task<NotificationHost> StartAsync(params (string Key, string Value)[] settings) => StartAsync(static _ => { }, settings);

    /// <summary>Starts it before an EventBridge that was made ready.</summary>
    public static async Task<NotificationHost> StartAsync(Action<FakeEventBridge> prepare, params (string Key, string Value)[] settings)
    {
        var host = new NotificationHost();
        prepare(host.EventBridge);
        await host.EventBridge.StartAsync();
        host._settings["LocalStack:UseLocalStack"] = "true";
        host._settings["LocalStack:Config:LocalStackHost"] = "127.0.0.1";
        host._settings["LocalStack:Config:EdgePort"] = host.EventBridge.Port.ToString(CultureInfo.InvariantCulture);
        host._settings["AWS:Region"] = "eu-west-1";
        foreach (var (key, value) in settings)
        {
            host._settings[key] = value;
        }

        host.UseKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        host.StartServer();
        host.Counters = new CounterCollector(host.Services);
        host.Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        host.Client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(30) };
        return host;
    }

    /// <summary>The spans so far, once a request has been served to its end: its own span is the last to end, after the answer.</summary>
    public async Task<IReadOnlyCollection<Activity>> SpansOnceServedAsync()
    {
        await _spans.Served.WaitAsync(TimeSpan.FromSeconds(10));
        return _spans.Ended;
    }

    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        Counters?.Dispose();
        await base.DisposeAsync();
        await EventBridge.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(_spans));
        });
    }

    private sealed class SpanCollector : BaseProcessor<Activity>
    {
        public ConcurrentQueue<Activity> Ended { get; } = new();

        public SemaphoreSlim Served { get; } = new(0);

        public override void OnEnd(Activity data)
        {
            Ended.Enqueue(data);
            if (data.Kind == ActivityKind.Server)
            {
                Served.Release();
            }
        }
    }
}
