using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Dashboard.Tests.Fixtures;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Dashboard.Tests.Otlp;

/// <summary>Senders that go, and a receiver that comes back.</summary>
public sealed class ConnectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_SenderGoesInTheMiddle_IsNoError()
    {
        using var logs = new LogCollector();
        await using var host = await DashboardHost.StartAsync(
            ["--Logging:LogLevel:Dashboard.Otlp=Debug"], builder => builder.Logging.AddProvider(logs));
        using var client = new HttpClient();
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var content = new HalfAMessage(gone);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Otlp, "/opentelemetry.proto.collector.trace.v1.TraceService/Export"))
        {
            Content = content,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        await Should.ThrowAsync<OperationCanceledException>(() => client.SendAsync(request, gone.Token));

        (await logs.FirstAsync(entry => entry.Category == "Dashboard.Otlp.OtlpGate")).Level.ShouldBe(LogLevel.Debug);
        logs.Entries.ShouldNotContain(entry => entry.Level >= LogLevel.Error);
        (await host.StatsAsync()).Spans.ShouldBe(0);
    }

    [Fact]
    public async Task Restart_SdkReconnects_AndNothingIsStoredTwice()
    {
        using var source = new ActivitySource("restart");
        Uri otlp;
        TracerProvider provider;
        await using (var first = await DashboardHost.StartAsync())
        {
            otlp = first.Otlp;
            provider = Sdk.CreateTracerProviderBuilder().AddSource(source.Name).AddOtlpExporter(options => options.Endpoint = otlp).Build();
            source.StartActivity("before")!.Dispose();
            provider.ForceFlush().ShouldBeTrue();
            await first.StatsAsync(stats => stats.Spans == 1);
        }

        using (provider)
        {
            await using var second = await DashboardHost.StartAsync([$"--{DashboardEndpoints.OtlpKey}=http://{otlp.Authority}"]);
            source.StartActivity("after")!.Dispose();
            source.StartActivity("after")!.Dispose();
            provider.ForceFlush().ShouldBeTrue();

            var stats = await second.StatsAsync(stats => stats.Spans == 2);
            (stats.Repeated, stats.Refused).ShouldBe((0, 0));
        }
    }

    /// <summary>The prefix of a message of a thousand bytes and a few of them; then its sender gives up.</summary>
    private sealed class HalfAMessage : HttpContent
    {
        private readonly CancellationTokenSource _gone;

        public HalfAMessage(CancellationTokenSource gone)
        {
            _gone = gone;
            Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[] { 0, 0, 0, 3, 232, 1, 2, 3 });
            await stream.FlushAsync();
            await _gone.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _gone.Token);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
