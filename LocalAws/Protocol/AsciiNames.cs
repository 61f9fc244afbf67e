using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace LocalAws.Protocol;

/// <summary>Compares names byte by byte, and finds one by its bytes as they came in. Bytes that are no ASCII are nobody's name.</summary>
internal sealed class AsciiNames : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    private const int OnStack = 256;

    private AsciiNames()
    {
    }

    public static AsciiNames Comparer { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode([DisallowNull] string obj)
    {
        var length = Encoding.UTF8.GetByteCount(obj);
        Span<byte> bytes = length <= OnStack ? stackalloc byte[OnStack] : new byte[length];
        return GetHashCode(bytes[..Encoding.UTF8.GetBytes(obj, bytes)]);
    }

    public bool Equals(ReadOnlySpan<byte> alternate, string other) => Ascii.Equals(alternate, other);

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = default(HashCode);
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);
}
