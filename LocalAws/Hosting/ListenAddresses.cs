using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace LocalAws.Hosting;

/// <summary>Where this process is to listen, looked at before it touches its state: who cannot listen there shall leave no trace.</summary>
internal static class ListenAddresses
{
    /// <summary>Tries each address that configuration gives, and lets go of it.</summary>
    /// <exception cref="OptionsValidationException">One is taken, or cannot be listened at.</exception>
    public static void CheckThatTheyAreFree(IConfiguration configuration)
    {
        string[] failures = [.. Urls(configuration).Select(Problem).OfType<string>()];
        if (failures.Length > 0)
        {
            throw new OptionsValidationException("urls", typeof(string), failures);
        }
    }

    private static IEnumerable<string> Urls(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"]).OfType<string>().ToList();
        return endpoints.Count > 0 ? endpoints
            : configuration["urls"] is { } urls ? Split(urls)
            : Split(configuration["http_ports"] ?? "").Select(static port => $"http://*:{port}");
    }

    private static string[] Split(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Why nothing can listen there; null: it can, or the server is to say why it is no address.</summary>
    private static string? Problem(string url)
    {
        if (Parse(url) is not { Port: > 0, IsUnixPipe: false } address)
        {
            return null;
        }

        var ip = IPAddress.TryParse(address.Host, out var given) ? given
            : address.Host == "localhost" ? IPAddress.Loopback
            : IPAddress.Any;
        try
        {
            using var socket = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(ip, address.Port));
            socket.Listen();
            return null;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? $"{url} is taken by another process. --port PORT chooses another port, 0 a free one."
                : $"{url}: cannot listen there ({refused.Message}). --port PORT chooses another port, --urls URLS another address.";
        }
    }

    private static BindingAddress? Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
