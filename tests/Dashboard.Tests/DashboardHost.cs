using System.Net.Http.Json;
using Dashboard.Api;
using Dashboard.Otlp.Wire;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests;

/// <summary>The whole process on Kestrel and ports of its own, as it is started in production.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private readonly string _data;

    private DashboardHost(WebApplication app, string data)
    {
        _app = app;
        _data = data;
        // Kestrel lists them in the order in which they were added: the API first, then OTLP over gRPC, then over HTTP.
        string[] addresses = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
        Api = new HttpClient { BaseAddress = new Uri(addresses[0]), Timeout = Limit };
        Otlp = new Uri(addresses[1]);
        OtlpHttp = new Uri(addresses[2]);
        _channel = GrpcChannel.ForAddress(Otlp, new GrpcChannelOptions { MaxSendMessageSize = null });
    }

    public HttpClient Api { get; }

    public Uri Otlp { get; }

    public Uri OtlpHttp { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<DashboardHost> StartAsync(string[]? args = null, Action<WebApplicationBuilder>? configure = null)
    {
        var data = Directory.CreateTempSubdirectory("dashboard-tests-").FullName;
        var app = DashboardApplication.Build(
            [
                "--urls=http://127.0.0.1:0",
                $"--{DashboardEndpoints.OtlpKey}=http://127.0.0.1:0",
                $"--{DashboardEndpoints.OtlpHttpKey}=http://127.0.0.1:0",
                $"--Dashboard:DataDirectory={data}",
                "--Dashboard:Store:FlushMilliseconds=20",
                // The scripts' times are of any year.
                "--Dashboard:Store:MaxAgeHours=0",
                "--Logging:LogLevel:Default=Warning",
                .. args ?? [],
            ],
            configure);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, data);
    }

    public Task<ExportTraceServiceResponse> SendAsync(ExportTraceServiceRequest request, Metadata? headers = null) =>
        CallAsync<ExportTraceServiceRequest, ExportTraceServiceResponse>("trace.v1.TraceService", request, headers);

    public Task<ExportMetricsServiceResponse> SendAsync(ExportMetricsServiceRequest request, Metadata? headers = null) =>
        CallAsync<ExportMetricsServiceRequest, ExportMetricsServiceResponse>("metrics.v1.MetricsService", request, headers);

    public Task<ExportLogsServiceResponse> SendAsync(ExportLogsServiceRequest request, Metadata? headers = null) =>
        CallAsync<ExportLogsServiceRequest, ExportLogsServiceResponse>("logs.v1.LogsService", request, headers);

    /// <summary>Sends whatever bytes as a call.</summary>
    public async Task SendBytesAsync(byte[] bytes, string service = "trace.v1.TraceService")
    {
        var marshaller = Marshallers.Create<byte[]>(static message => message, static answer => answer);
        var method = new Method<byte[], byte[]>(MethodType.Unary, $"opentelemetry.proto.collector.{service}", "Export", marshaller, marshaller);
        var options = new CallOptions(null, TimeProvider.System.GetUtcNow().UtcDateTime + Limit, TestContext.Current.CancellationToken);
        using var call = _channel.CreateCallInvoker().AsyncUnaryCall(method, null, options, bytes);
        await call.ResponseAsync;
    }

    /// <summary>The statistics, once nothing waits any more and they are as expected.</summary>
    public async Task<TelemetryStats> StatsAsync(Func<TelemetryStats, bool>? until = null)
    {
        for (var start = TimeProvider.System.GetTimestamp(); ;)
        {
            var stats = await Api.GetFromJsonAsync("/api/telemetry/stats", ApiJson.Default.TelemetryStats, TestContext.Current.CancellationToken);
            if (stats!.Waiting == 0 && (until is null || until(stats)))
            {
                return stats;
            }

            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Limit, $"The statistics stay at {stats}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        _channel.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    /// <summary>Calls by the official paths, not by those of a generated client.</summary>
    private async Task<TResponse> CallAsync<TRequest, TResponse>(string service, TRequest request, Metadata? headers)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>, new()
    {
        var method = new Method<TRequest, TResponse>(
            MethodType.Unary,
            $"opentelemetry.proto.collector.{service}",
            "Export",
            Marshallers.Create<TRequest>(static message => message.ToByteArray(), static _ => throw new NotSupportedException()),
            Marshallers.Create<TResponse>(
                static _ => throw new NotSupportedException(), static bytes => new MessageParser<TResponse>(static () => new()).ParseFrom(bytes)));
        var options = new CallOptions(headers, TimeProvider.System.GetUtcNow().UtcDateTime + Limit, TestContext.Current.CancellationToken);
        using var call = _channel.CreateCallInvoker().AsyncUnaryCall(method, null, options, request);
        return await call.ResponseAsync;
    }
}
