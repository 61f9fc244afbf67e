using Grpc.Core;
using Grpc.Net.Client;
using Wire = Aspire.DashboardService.Proto.V1;

namespace Dashboard.Resources;

/// <summary>The way to the resource service: one channel, which connects anew by itself, and the key.</summary>
internal sealed class ResourceServiceConnection : IDisposable
{
    private const string KeyHeader = "x-resource-service-api-key";

    /// <summary>All resources in one message, with all their variables.</summary>
    private const int MaximumMessageBytes = 16 * 1024 * 1024;

    /// <summary>A service that has gone without a word is missed after this time, twice over.</summary>
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private readonly GrpcChannel _channel;
    private readonly string? _apiKey;

    public ResourceServiceConnection(Uri address, string? apiKey)
    {
        _apiKey = apiKey;
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = new SocketsHttpHandler
            {
                ConnectTimeout = ConnectTimeout,
                KeepAlivePingDelay = PingInterval,
                KeepAlivePingTimeout = PingInterval,
                // Each open console is a stream of its own.
                EnableMultipleHttp2Connections = true,
                UseProxy = false,
            },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaximumMessageBytes,
            // Waits between attempts are ours; the channel's own would come on top of them.
            MaxReconnectBackoff = ConnectTimeout,
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(100),
        });
        Service = new Wire.DashboardService.DashboardServiceClient(_channel);
    }

    /// <summary>The service's calls.</summary>
    public Wire.DashboardService.DashboardServiceClient Service { get; }

    /// <summary>What every call carries: the key.</summary>
    public Metadata Headers => _apiKey is { } key ? new Metadata { { KeyHeader, key } } : [];

    /// <summary>A sentence for the user about a call that failed.</summary>
    public string Describe(RpcException failure) => failure.StatusCode switch
    {
        StatusCode.Unauthenticated or StatusCode.PermissionDenied => "The resource service refuses our key: Dashboard:ResourceServiceClient:ApiKey must be the app host's.",
        StatusCode.Unavailable or StatusCode.DeadlineExceeded => $"The resource service at {_channel.Target} does not answer.",
        StatusCode.Unimplemented => $"At {_channel.Target} there is no resource service.",
        StatusCode.Internal when failure.Status.DebugException is HttpRequestException => $"What answers at {_channel.Target} does not speak gRPC over HTTP/2.",
        _ => $"The resource service failed: {failure.Status.Detail}",
    };

    /// <inheritdoc/>
    public void Dispose() => _channel.Dispose();
}
