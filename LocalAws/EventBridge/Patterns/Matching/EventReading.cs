using System.Text.Json;

namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>
/// One pass over an event that keeps the values of an automaton's fields, and nothing else. Reused from event to event,
/// so that reading allocates only while its buffers grow.
/// </summary>
internal sealed class EventReading
{
    private static readonly FieldValues Nothing = new(FoundValue.Last, FoundValue.Last, false, 0);

    private FoundValue[] _values = new FoundValue[32];
    private FieldValues[] _fields = [];
    private byte[] _unescaped = [];
    private int _unescapedLength;
    private uint _reading;

    /// <summary>How many values were found; they are numbered in the order of the event.</summary>
    public int Count { get; private set; }

    public ArrayScopes Scopes { get; } = new();

    /// <exception cref="JsonException">The event is not JSON.</exception>
    /// <exception cref="InvalidEventException">The event is no JSON object.</exception>
    public void Read(ReadOnlySpan<byte> json, PathNode paths, int fields)
    {
        Clear(fields);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = PatternParser.MaximumDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InvalidEventException();
        }

        ReadObject(ref reader, paths, ArrayScopes.None);
        while (reader.Read())
        {
            // Only white space may follow; anything else throws.
        }
    }

    /// <summary>The first value of a field, or <see cref="FoundValue.Last"/>.</summary>
    public int First(int field) => _fields[field] is var found && found.Reading == _reading ? found.First : FoundValue.Last;

    /// <summary>Does a value of the field stand in an array element?</summary>
    public bool IsScoped(int field) => _fields[field] is var found && found.Reading == _reading && found.Scoped;

    public int FieldOf(int value) => _values[value].Field;

    /// <summary>The next value of the same field, or <see cref="FoundValue.Last"/>.</summary>
    public int Next(int value) => _values[value].Next;

    /// <summary>The array element that the value stands in, or <see cref="ArrayScopes.None"/>.</summary>
    public int ScopeOf(int value) => _values[value].Scope;

    public EventValue Value(int value, ReadOnlySpan<byte> json)
    {
        ref readonly var found = ref _values[value];
        var text = found.Unescaped ? _unescaped.AsSpan(found.Start, found.Length) : json.Slice(found.Start, found.Length);
        return new EventValue(found.Kind, text, found.Number);
    }

    private void Clear(int fields)
    {
        (Count, _unescapedLength) = (0, 0);
        Scopes.Clear();
        if (_fields.Length < fields)
        {
            _fields = new FieldValues[fields];
        }

        if (++_reading == 0)
        {
            Array.Clear(_fields);
            _reading = 1;
        }
    }

    private void ReadObject(ref Utf8JsonReader reader, PathNode node, int scope)
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

    private void ReadArray(ref Utf8JsonReader reader, PathNode node, int scope)
    {
        var array = Scopes.AddArray();
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var inside = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? Scopes.Add(scope, array, index) : scope;
            ReadValue(ref reader, node, scope, inside);
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, PathNode node, int scope, int inside)
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
                    Add(Find(ref reader, node.Field, scope));
                }

                break;
        }
    }

    private FoundValue Find(ref Utf8JsonReader reader, int field, int scope)
    {
        var text = reader.ValueSpan;
        switch (reader.TokenType)
        {
            case JsonTokenType.String when reader.ValueIsEscaped:
                return new FoundValue(field, JsonTokenType.String, _unescapedLength, Unescape(text), true, null, scope);
            case JsonTokenType.String:
                // The token starts at its opening quote.
                return new FoundValue(field, JsonTokenType.String, (int)reader.TokenStartIndex + 1, text.Length, false, null, scope);
            case var kind:
                var number = kind == JsonTokenType.Number ? ComparableNumber.Parse(text) : null;
                return new FoundValue(field, kind, (int)reader.TokenStartIndex, text.Length, false, number, scope);
        }
    }

    private int Unescape(ReadOnlySpan<byte> text)
    {
        if (_unescaped.Length - _unescapedLength < text.Length)
        {
            Array.Resize(ref _unescaped, Math.Max(_unescaped.Length * 2, _unescapedLength + text.Length));
        }

        var length = EscapedText.Unescape(text, _unescaped.AsSpan(_unescapedLength));
        _unescapedLength += length;
        return length;
    }

    private void Add(in FoundValue value)
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Count * 2);
        }

        _values[Count] = value;
        ref var field = ref _fields[value.Field];
        if (field.Reading != _reading)
        {
            field = Nothing with { First = Count, Reading = _reading };
        }
        else
        {
            _values[field.Latest].Next = Count;
        }

        field = field with { Latest = Count, Scoped = field.Scoped || value.Scope != ArrayScopes.None };
        Count++;
    }

    private readonly record struct FieldValues(int First, int Latest, bool Scoped, uint Reading);
}
