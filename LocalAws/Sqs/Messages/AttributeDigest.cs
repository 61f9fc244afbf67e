using System.Buffers.Binary;
using System.Text;

namespace LocalAws.Sqs.Messages;

/// <summary>
/// The MD5 digests that SQS answers with and SDKs verify. Source: Amazon SQS Developer Guide, "Calculating the MD5
/// message digest for message attributes".
/// </summary>
internal static class AttributeDigest
{
    private const byte StringTransport = 1;
    private const byte BinaryTransport = 2;

    /// <summary>
    /// MD5 over the attributes in the order of their names: length and bytes of name, of type, the transport type and
    /// length and bytes of the value. Null for no attributes: SQS then leaves the digest out.
    /// </summary>
    public static string? OfAttributes(IReadOnlyDictionary<string, MessageAttribute> attributes)
    {
        if (attributes.Count == 0)
        {
            return null;
        }

        using var encoded = new MemoryStream();
        foreach (var (name, attribute) in attributes.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            Write(encoded, Encoding.UTF8.GetBytes(name));
            Write(encoded, Encoding.UTF8.GetBytes(attribute.DataType));
            encoded.WriteByte(attribute.BinaryValue is null ? StringTransport : BinaryTransport);
            Write(encoded, attribute.BinaryValue ?? Encoding.UTF8.GetBytes(attribute.StringValue ?? ""));
        }

        return Md5Digest.Of(encoded.GetBuffer().AsSpan(0, (int)encoded.Length)).ToString();
    }

    private static void Write(MemoryStream target, ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
        target.Write(length);
        target.Write(field);
    }
}
