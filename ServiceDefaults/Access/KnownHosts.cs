using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ServiceDefaults.Access;

/// <summary>
/// The names that requests may give for this service in their <c>Host</c>. A web page whose own name was made to point here (DNS
/// rebinding) gives another. Always known: the loopback, the address that a connection came in at, Docker's names for the
/// machine, the service's own name, and the names that it is told to listen on.
/// </summary>
public sealed class KnownHosts
{
    /// <summary>The setting for more: names, <c>*.</c> before one for all below it, separated by commas.</summary>
    public const string Key = "RequestGuard:Hosts";

    private const string Localhost = "localhost";
    private const string Below = "*.";

    /// <summary>Where containers find the machine. Nobody can own a name in <c>internal</c> (ICANN's private-use domain).</summary>
    private static readonly string[] Machine = ["host.docker.internal", "host.containers.internal"];

    private readonly HashSet<string> _names;
    private readonly string[] _suffixes;

    private KnownHosts(IReadOnlyCollection<string> names)
    {
        _names = names.Where(static name => !name.StartsWith(Below, StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _suffixes = [.. names.Where(static name => name.StartsWith(Below, StringComparison.Ordinal)).Select(static name => name[1..])];
    }

    /// <summary>Reads what the service is called and where it listens.</summary>
    /// <param name="configuration">The service's configuration.</param>
    /// <param name="names">Names that it has besides, in the form of <see cref="Key"/>.</param>
    /// <exception cref="OptionsValidationException">A name in <see cref="Key"/> is none.</exception>
    public static KnownHosts Read(IConfiguration configuration, params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var given = Split(configuration[Key], ',');
        string[] problems =
        [
            .. given.Where(static name => !IsName(name)).Select(static name =>
                $"{Key} = {name}: must be host names without a port, separated by commas, such as box.example or *.example."),
        ];
        return problems.Length == 0
            ? new KnownHosts([.. names, .. given, .. Machine, .. OwnNames(configuration)])
            : throw new OptionsValidationException(Key, typeof(string), problems);
    }

    /// <summary>Whether a request may name this host. One that names none (HTTP/1.0) comes from no browser.</summary>
    /// <param name="host">The request's <c>Host</c>.</param>
    /// <param name="reached">The address of this machine that the connection came in at.</param>
    public bool Contains(HostString host, IPAddress? reached)
    {
        var name = host.HasValue ? host.Host.TrimEnd('.') : "";
        if (name.Length == 0)
        {
            return true;
        }

        if (IPAddress.TryParse(name, out var address))
        {
            return IPAddress.IsLoopback(address) || (reached is not null && address.MapToIPv6().Equals(reached.MapToIPv6()));
        }

        return name.Equals(Localhost, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("." + Localhost, StringComparison.OrdinalIgnoreCase)
            || _names.Contains(name)
            || _suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> OwnNames(IConfiguration configuration)
    {
        var addresses = Split(configuration["urls"], ';')
            .Select(static url => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : "");
        return addresses.Append(configuration["OTEL_SERVICE_NAME"] ?? "").Where(static name => name.Length > 0);
    }

    private static string[] Split(string? list, char separator) =>
        list?.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsName(string name) =>
        Uri.CheckHostName(name.StartsWith(Below, StringComparison.Ordinal) ? name[Below.Length..] : name) is not UriHostNameType.Unknown;
}
