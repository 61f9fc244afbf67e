using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LocalAws.EventBridge.Patterns;

/// <summary>The addresses of one family from <paramref name="First"/> to <paramref name="Last"/>, both included.</summary>
internal sealed record IpRange(AddressFamily Family, UInt128 First, UInt128 Last)
{
    private const int V4Bits = 32;
    private const int V6Bits = 128;

    /// <param name="text">UTF-8.</param>
    public bool Contains(ReadOnlySpan<byte> text) =>
        IpAddressText.TryParse(text, out var family, out var address) && family == Family && address >= First && address <= Last;

    /// <summary>The one address that <paramref name="text"/> spells, or null.</summary>
    public static IpRange? Single(string text) =>
        IpAddressText.TryParse(Encoding.UTF8.GetBytes(text), out var family, out var address) ? new IpRange(family, address, address) : null;

    /// <summary>Reads <c>address/bits</c>.</summary>
    /// <exception cref="FormatException">It is no network; the message says why.</exception>
    public static IpRange Network(string text)
    {
        // Slashes at the end count for nothing, as they do for AWS.
        if (text.TrimEnd('/').Split('/') is not [var start, var mask])
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

        var spelling = Encoding.UTF8.GetBytes(start);
        if (!IpAddressText.LooksLikeOne(spelling))
        {
            throw new FormatException($"Nonstandard IP address: {start}");
        }

        if (!IpAddressText.TryParse(spelling, out var family, out var address))
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
}
