using System.Net;
using System.Net.Sockets;
using Dashboard.Otlp;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Dashboard;

/// <summary>
/// Where the dashboard listens: its API on <c>ASPNETCORE_URLS</c> (default http://127.0.0.1:18888), OTLP over gRPC on
/// <c>ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL</c> (default http://127.0.0.1:4317), OTLP over HTTP on
/// <c>ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL</c> (default http://127.0.0.1:4318, but none when only the one for gRPC is
/// set). gRPC without TLS needs a port that speaks nothing but HTTP/2.
/// </summary>
internal sealed class DashboardEndpoints
{
    /// <summary>The configuration key of the OTLP address.</summary>
    public const string OtlpKey = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";

    /// <summary>
    /// The configuration key of the OTLP port: under a host that stands in front of its services with a proxy, the address
    /// is the proxy's and only the port is ours.
    /// </summary>
    public const string OtlpPortKey = "DASHBOARD_OTLP_PORT";

    /// <summary>The configuration key of the address for OTLP over HTTP.</summary>
    public const string OtlpHttpKey = "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";

    /// <summary>The configuration key of the port for OTLP over HTTP, behind a proxy.</summary>
    public const string OtlpHttpPortKey = "DASHBOARD_OTLP_HTTP_PORT";

    private const string DefaultApi = "http://127.0.0.1:18888";
    private const string DefaultOtlp = "http://127.0.0.1:4317";
    private const string DefaultOtlpHttp = "http://127.0.0.1:4318";

    private DashboardEndpoints(IReadOnlyList<BindingAddress> api, IReadOnlyList<BindingAddress> otlp, IReadOnlyList<BindingAddress> otlpHttp)
    {
        (Api, Otlp, OtlpHttp) = (api, otlp, otlpHttp);
        ApiHosts = api.Select(address => address.Host).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The API's addresses.</summary>
    public IReadOnlyList<BindingAddress> Api { get; }

    /// <summary>The addresses for OTLP over gRPC.</summary>
    public IReadOnlyList<BindingAddress> Otlp { get; }

    /// <summary>The addresses for OTLP over HTTP.</summary>
    public IReadOnlyList<BindingAddress> OtlpHttp { get; }

    /// <summary>The hosts of the API's addresses.</summary>
    public IReadOnlySet<string> ApiHosts { get; }

    /// <summary>Reads the addresses.</summary>
    /// <exception cref="OptionsValidationException">One of them cannot be listened on.</exception>
    public static DashboardEndpoints Read(IConfiguration configuration) => new(
        Parse("ASPNETCORE_URLS", configuration[WebHostDefaults.ServerUrlsKey], DefaultApi),
        ParseBehindProxy(configuration, OtlpPortKey, OtlpKey, DefaultOtlp),
        IsSet(configuration, OtlpHttpPortKey) || IsSet(configuration, OtlpHttpKey) || !(IsSet(configuration, OtlpPortKey) || IsSet(configuration, OtlpKey))
            ? ParseBehindProxy(configuration, OtlpHttpPortKey, OtlpHttpKey, DefaultOtlpHttp)
            : []);

    /// <summary>Refuses addresses that somebody else listens on: before anything is written, and in a line.</summary>
    /// <exception cref="OptionsValidationException">One of them is taken.</exception>
    public void RequireFree()
    {
        string[] taken =
        [
            .. Taken(Api, "ASPNETCORE_URLS"),
            .. Taken(Otlp, OtlpKey),
            .. Taken(OtlpHttp, OtlpHttpKey),
        ];
        if (taken.Length > 0)
        {
            throw new OptionsValidationException("Endpoints", typeof(DashboardEndpoints), taken);
        }
    }

    /// <summary>Makes Kestrel listen on them.</summary>
    public void Listen(KestrelServerOptions kestrel)
    {
        foreach (var address in Api)
        {
            Listen(kestrel, address, listen => listen.Protocols = HttpProtocols.Http1);
        }

        foreach (var address in Otlp)
        {
            ListenForOtlp(kestrel, address, HttpProtocols.Http2, OtlpConnection.Grpc);
        }

        foreach (var address in OtlpHttp)
        {
            ListenForOtlp(kestrel, address, HttpProtocols.Http1, OtlpConnection.Http);
        }
    }

    private static IEnumerable<string> Taken(IReadOnlyList<BindingAddress> addresses, string key) => addresses
        .Where(address => address.Port != 0 && IsTaken(address))
        .Select(address => $"Port {address.Port} is taken: another process listens on {address}. Choose another with {key}=http://127.0.0.1:PORT, or stop that process.");

    private static bool IsTaken(BindingAddress address)
    {
        using var listener = new TcpListener(
            IPAddress.TryParse(address.Host, out var ip) ? ip : address.Host is "*" or "+" ? IPAddress.Any : IPAddress.Loopback, address.Port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
    }

    private static void ListenForOtlp(KestrelServerOptions kestrel, BindingAddress address, HttpProtocols protocols, OtlpConnection mark) =>
        Listen(kestrel, address, listen =>
        {
            listen.Protocols = protocols;
            listen.Use(next => connection =>
            {
                connection.Features.Set(mark);
                return next(connection);
            });
        });

    private static void Listen(KestrelServerOptions kestrel, BindingAddress address, Action<ListenOptions> configure)
    {
        if (IPAddress.TryParse(address.Host, out var ip))
        {
            kestrel.Listen(ip, address.Port, configure);
        }
        else if (address.Host is "*" or "+")
        {
            kestrel.ListenAnyIP(address.Port, configure);
        }
        else if (address.Port == 0)
        {
            // Two loopback addresses cannot be given the same port by chance.
            kestrel.Listen(IPAddress.Loopback, 0, configure);
        }
        else
        {
            kestrel.ListenLocalhost(address.Port, configure);
        }
    }

    private static bool IsSet(IConfiguration configuration, string key) => !string.IsNullOrWhiteSpace(configuration[key]);

    private static List<BindingAddress> ParseBehindProxy(IConfiguration configuration, string portKey, string key, string fallback) =>
        IsSet(configuration, portKey)
            ? Parse(portKey, $"http://localhost:{configuration[portKey]}", fallback)
            : Parse(key, configuration[key], fallback);

    private static List<BindingAddress> Parse(string key, string? configured, string fallback)
    {
        List<BindingAddress> addresses = [];
        var value = string.IsNullOrWhiteSpace(configured) ? fallback : configured;
        foreach (var text in value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryParse(text, out var address))
            {
                throw new OptionsValidationException(
                    key, typeof(string), [$"{key} = \"{text}\": must be http://, an IP address, localhost or *, and a port."]);
            }

            addresses.Add(address);
        }

        return addresses;
    }

    private static bool TryParse(string text, out BindingAddress address)
    {
        address = null!;
        try
        {
            address = BindingAddress.Parse(text);
        }
        catch (FormatException)
        {
            return false;
        }

        var isKnownHost = IPAddress.TryParse(address.Host, out _)
            || address.Host is "*" or "+" or "localhost"
            || address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        return address.Scheme == "http" && address.PathBase.Length == 0 && !address.IsUnixPipe && isKnownHost;
    }
}
