using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LocalAws.EventBridge.Patterns;

/// <summary>The addresses of one family from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
internal sealed record IpRange(AddressFamily Family, UInt128 First, UInt128 Last)
{
    private const int V4Bits = 32;
    private const int V6Bits = 128;

    public bool Contains(string text) =>
        TryParse(text, out var family, out var address) && family == Family && address >= First && address <= Last;

    /// <summary>The one address that <paramref name="text"/> spells, or null.</summary>
    public static IpRange? Single(string text) => TryParse(text, out var family, out var address) ? new IpRange(family, address, address) : null;

    /// <summary>Reads <c>address/bits</c>.</summary>
    /// <exception cref="FormatException">It is no network; the message says why.</exception>
    public static IpRange Network(string text)
    {
        if (text.Split('/') is not [var start, { Length: > 0 } mask])
        {
            throw new FormatException("Malformed CIDR, one '/' required");
        }

        if (!int.TryParse(mask, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits))
        {
            throw new FormatException("Malformed CIDR, mask bits must be an integer");
        }

        if (bits < 0)
        {
            throw new FormatException("Malformed CIDR, mask bits must not be negative");
        }

        if (!LooksLikeAddress(start))
        {
            throw new FormatException($"Nonstandard IP address: {start}");
        }

        if (!TryParse(start, out var family, out var address))
        {
            throw new FormatException($"Invalid IP address: {start}");
        }

        var length = family == AddressFamily.InterNetwork ? V4Bits : V6Bits;
        if (bits >= length)
        {
            throw new FormatException(length == V4Bits ? "IPv4 mask bits must be < 32" : "IPv6 mask bits must be < 128");
        }

        var free = length - bits;
        var hosts = free == V6Bits ? UInt128.MaxValue : (UInt128.One << free) - 1;
        return new IpRange(family, address & ~hosts, address | hosts);
    }

    private static bool TryParse(string text, out AddressFamily family, out UInt128 address)
    {
        (family, address) = (AddressFamily.Unspecified, 0);
        if (!LooksLikeAddress(text))
        {
            return false;
        }

        if (!text.Contains(':', StringComparison.Ordinal))
        {
            family = AddressFamily.InterNetwork;
            return TryParseDotted(text, out address);
        }

        if (!IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        // As AWS does: an IPv4 address mapped into IPv6 is an IPv4 address.
        parsed = parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4() : parsed;
        family = parsed.AddressFamily;
        address = parsed.GetAddressBytes().Aggregate(UInt128.Zero, (number, octet) => (number << 8) | octet);
        return true;
    }

    /// <summary>Four decimal numbers; leading zeros do not make them octal.</summary>
    private static bool TryParseDotted(string text, out UInt128 address)
    {
        address = 0;
        foreach (var part in text.Split('.'))
        {
            if (!uint.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var octet) || octet > byte.MaxValue)
            {
                return false;
            }

            address = (address << 8) | octet;
        }

        return true;
    }

    private static bool LooksLikeAddress(string text) => text.Contains(':', StringComparison.Ordinal)
        ? text.All(letter => letter == ':' || char.IsAsciiHexDigit(letter))
        : text.Split('.') is { Length: 4 } parts && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
}
