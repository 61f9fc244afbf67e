using System.Text.Json;

namespace LocalAws.EventBridge.Patterns;

/// <summary>One pass over an event that keeps the values of a pattern's fields, and nothing else.</summary>
internal sealed class EventScan
{
    private const int MaximumDepth = 256;

    private readonly List<FoundValue> _found = [];
    private int _arrays;

    /// <summary>The values, in the order of the event.</summary>
    public IReadOnlyList<FoundValue> Found => _found;

    /// <exception cref="JsonException">The event is not JSON.</exception>
    /// <exception cref="InvalidEventException">The event is no JSON object.</exception>
    public static EventScan Of(ReadOnlySpan<byte> json, PathNode paths)
    {
        var scan = new EventScan();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaximumDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InvalidEventException();
        }

        try
        {
            scan.ReadObject(ref reader, paths, null);
        }
        catch (InvalidOperationException)
        {
            // The reader's word for an escape that is half of a surrogate pair.
            throw new InvalidEventException();
        }

        while (reader.Read())
        {
            // Only white space may follow; anything else throws.
        }

        return scan;
    }

    private void ReadObject(ref Utf8JsonReader reader, PathNode node, ArrayScope? scope)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var child = node.Find(ref reader);
            reader.Read();
            if (child is null)
            {
                reader.Skip();
            }
            else
            {
                ReadValue(ref reader, child, scope, scope);
            }
        }
    }

    private void ReadArray(ref Utf8JsonReader reader, PathNode node, ArrayScope? scope)
    {
        var array = _arrays++;
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var inside = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? new ArrayScope(scope, array, index) : scope;
            ReadValue(ref reader, node, scope, inside);
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, PathNode node, ArrayScope? scope, ArrayScope? inside)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                ReadObject(ref reader, node, inside);
                break;
            case JsonTokenType.StartArray:
                ReadArray(ref reader, node, inside);
                break;
            default:
                if (node.Field >= 0)
                {
                    _found.Add(FoundValue.Read(ref reader, node.Field, scope));
                }

                break;
        }
    }
}
