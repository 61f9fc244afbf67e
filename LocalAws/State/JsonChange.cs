using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LocalAws.State;

/// <summary>Changes as JSON, for the parts that are written to rarely.</summary>
internal static class JsonChange
{
    /// <summary>Writes a change.</summary>
    public static void Write<T>(IBufferWriter<byte> target, T change, JsonTypeInfo<T> type)
    {
        using var writer = new Utf8JsonWriter(target);
        JsonSerializer.Serialize(writer, change, type);
    }

    /// <summary>Reads a change.</summary>
    /// <exception cref="InvalidDataException">The bytes are none.</exception>
    public static T Read<T>(ReadOnlySpan<byte> change, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(change, type) ?? throw new InvalidDataException("A change is null.");
        }
        catch (Exception malformed) when (malformed is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"A change cannot be read: {malformed.Message}", malformed);
        }
    }
}
