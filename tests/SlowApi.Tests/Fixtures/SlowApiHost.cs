using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace SlowApi.Tests.Fixtures;

/// <summary>SlowApi on a port of its own and on a clock that the tests move.</summary>
internal sealed class SlowApiHost : WebApplicationFactory<Program>
{
    public const string Key = "a-key-of-the-tests";

    public const string OtherKey = "another-key";

    private readonly (string Key, string Value)[] _settings;
    private readonly SpanCollector _spans = new();

    private SlowApiHost((string Key, string Value)[] settings) => _settings = settings;

    public WatchedTimeProvider Clock { get; } = new();

    public CounterCollector Counters { get; private set; } = null!;

    public LogCollector Logs { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public static SlowApiHost Start(params (string Key, string Value)[] settings)
    {
        var host = new SlowApiHost([("ApiKeys:0", Key), ("ApiKeys:1", OtherKey), .. settings]);
        host.UseKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        host.StartServer();
        host.Counters = new CounterCollector(host.Services);
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        host.Client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null })
        {
            BaseAddress = new Uri(address),
            Timeout = TimeSpan.FromSeconds(30),
        };
        return host;
    }

    public Task<HttpResponseMessage> SlowAsync(string? correlationId = null, string? key = Key, CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/slow") { Content = new StringContent("""{"order_id":"static-order-id"}""") };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("x-api-key", key);
        }

        if (correlationId is not null)
        {
            request.Headers.TryAddWithoutValidation("x-correlation-id", correlationId);
        }

        return Client.SendAsync(request, cancellationToken);
    }

    /// <summary>The span of the next request that was served to its end, which is after its answer.</summary>
    public Task<Activity> NextSpanAsync() => _spans.NextAsync();

    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        Counters?.Dispose();
        await base.DisposeAsync();
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
        private readonly ConcurrentQueue<Activity> _ended = new();
        private readonly SemaphoreSlim _count = new(0);

        public override void OnEnd(Activity data)
        {
            _ended.Enqueue(data);
            _count.Release();
        }

        public async Task<Activity> NextAsync()
        {
            (await _count.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeTrue("No span ended.");
            return _ended.TryDequeue(out var span) ? span : throw new InvalidOperationException("Somebody else took the span.");
        }
    }
}
