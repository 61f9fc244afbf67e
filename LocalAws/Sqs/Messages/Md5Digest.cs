using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LocalAws.Sqs.Messages;

/// <summary>An MD5 digest: sixteen bytes, which SQS shows as lower-case hexadecimal digits.</summary>
internal readonly record struct Md5Digest
{
    /// <summary>Hexadecimal digits of a digest.</summary>
    public const int Digits = 2 * MD5.HashSizeInBytes;

    private readonly UInt128 _bytes;

    private Md5Digest(UInt128 bytes) => _bytes = bytes;

#pragma warning disable CA5351 // SQS defines these digests as MD5; they detect transport errors and protect nothing.
    public static Md5Digest Of(ReadOnlySpan<byte> content)
    {
        UInt128 bytes = default;
        MD5.HashData(content, MemoryMarshal.AsBytes(new Span<UInt128>(ref bytes)));
        return new Md5Digest(bytes);
    }
#pragma warning restore CA5351

    /// <summary>Writes it as clients see it, <see cref="Digits"/> letters.</summary>
    public void Write(Span<byte> target) =>
        Convert.TryToHexStringLower(MemoryMarshal.AsBytes(new ReadOnlySpan<UInt128>(in _bytes)), target, out _);

    public override string ToString() => Convert.ToHexStringLower(MemoryMarshal.AsBytes(new ReadOnlySpan<UInt128>(in _bytes)));
}
