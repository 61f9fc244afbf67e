using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using LocalAws.Sqs.Queues;

namespace LocalAws.Sqs.Wire;

/// <summary>
/// A request on messages with nothing unusual in it, read in one pass without a contract in between. What is unusual, wrong
/// or malformed is not read at all: the contracts say what becomes of it.
/// </summary>
internal struct PlainRequest
{
    /// <summary>Entries that a batch may have.</summary>
    public const int MostEntries = Ten<PlainEntry>.Length;

    private const int MaximumIdLength = 80;

    private static readonly SearchValues<byte> IdBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    private PlainEntry _message;
    private Ten<PlainEntry> _entries;
    private int _count;

    /// <summary>Where the queue's URL stands in the request; empty: there is none.</summary>
    public Range QueueUrl { get; private set; }

    /// <summary>Null: there is none.</summary>
    public int? Maximum { get; private set; }

    /// <summary>Seconds; null: there is none.</summary>
    public int? Wait { get; private set; }

    /// <summary>Seconds; null: there is none.</summary>
    public int? Visibility { get; private set; }

    /// <summary>What it says of a message, outside of any batch.</summary>
    public readonly PlainEntry Message => _message;

    /// <summary>The entries of a batch, as many as there may be, their ids valid and distinct.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<PlainEntry> Entries => ((ReadOnlySpan<PlainEntry>)_entries)[.._count];

    /// <summary>Reads a request; false if it is none of this kind.</summary>
    /// <param name="allowed">The fields that it may have.</param>
    /// <param name="ofEntries">The fields that its entries have.</param>
    public static bool TryRead(ReadOnlySpan<byte> json, PlainFields allowed, PlainFields ofEntries, out PlainRequest request)
    {
        request = default;
        var reader = new Utf8JsonReader(json);
        try
        {
            return reader.Read() && request.TryReadObject(ref reader, json, allowed, ofEntries) && !reader.Read();
        }
        catch (Exception unusual) when (unusual is JsonException or InvalidOperationException)
        {
            // Malformed, or a text with half a surrogate pair or bytes that are no UTF-8.
            return false;
        }
    }

    private bool TryReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, PlainFields allowed, PlainFields ofEntries)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var seen = PlainFields.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(reader.ValueSpan) & allowed & ~seen;
            seen |= field;
            if (field == PlainFields.None
                || !reader.Read()
                || !(field == PlainFields.Entries ? TryReadEntries(ref reader, json, ofEntries) : TryReadValue(ref reader, field)))
            {
                return false;
            }
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }

    private bool TryReadEntries(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, PlainFields allowed)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            if (_count == MostEntries || !TryReadEntry(ref reader, allowed, ref _entries[_count]))
            {
                return false;
            }

            var id = json[_entries[_count].Id];
            for (var other = 0; other < _count; other++)
            {
                if (json[_entries[other].Id].SequenceEqual(id))
                {
                    return false;
                }
            }

            _count++;
        }

        return reader.TokenType == JsonTokenType.EndArray && _count > 0;
    }

    private static bool TryReadEntry(ref Utf8JsonReader reader, PlainFields allowed, ref PlainEntry entry)
    {
        var seen = PlainFields.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(reader.ValueSpan) & allowed & ~seen;
            seen |= field;
            if (field == PlainFields.None || !reader.Read() || !TryReadText(ref reader, field, ref entry))
            {
                return false;
            }
        }

        return seen.HasFlag(PlainFields.Id);
    }

    private bool TryReadValue(ref Utf8JsonReader reader, PlainFields field)
    {
        switch (field)
        {
            case PlainFields.QueueUrl when reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped:
                QueueUrl = PlaceOf(ref reader);
                return true;
            case PlainFields.MaxNumberOfMessages:
                Maximum = ReadNumber(ref reader);
                return Maximum is not null;
            case PlainFields.WaitTimeSeconds:
                Wait = ReadNumber(ref reader);
                return Wait is not null;
            case PlainFields.VisibilityTimeout:
                Visibility = ReadNumber(ref reader);
                return Visibility is not null;
            case PlainFields.QueueUrl:
                return false;
            default:
                return TryReadText(ref reader, field, ref _message);
        }
    }

    private static bool TryReadText(ref Utf8JsonReader reader, PlainFields field, ref PlainEntry entry)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        switch (field)
        {
            case PlainFields.MessageBody:
                entry.Body = Utf8Text.Read(ref reader).Bytes;
                return true;
            case PlainFields.MessageGroupId:
                entry.GroupId = reader.GetString();
                return true;
            case PlainFields.MessageDeduplicationId:
                entry.DeduplicationId = reader.GetString();
                return true;
            case PlainFields.ReceiptHandle when !reader.ValueIsEscaped && ReceiptHandle.TryParse(reader.ValueSpan, out var handle):
                entry.Handle = handle;
                return true;
            case PlainFields.Id when !reader.ValueIsEscaped:
                entry.Id = PlaceOf(ref reader);
                return reader.ValueSpan.Length is > 0 and <= MaximumIdLength && !reader.ValueSpan.ContainsAnyExcept(IdBytes);
            default:
                return false;
        }
    }

    /// <summary>Where the text that the reader is at stands, behind its quote.</summary>
    private static Range PlaceOf(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex + 1;
        return start..(start + reader.ValueSpan.Length);
    }

    private static int? ReadNumber(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : null;

    private static PlainFields FieldOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("QueueUrl"u8) ? PlainFields.QueueUrl
        : name.SequenceEqual("MessageBody"u8) ? PlainFields.MessageBody
        : name.SequenceEqual("ReceiptHandle"u8) ? PlainFields.ReceiptHandle
        : name.SequenceEqual("Id"u8) ? PlainFields.Id
        : name.SequenceEqual("MaxNumberOfMessages"u8) ? PlainFields.MaxNumberOfMessages
        : name.SequenceEqual("WaitTimeSeconds"u8) ? PlainFields.WaitTimeSeconds
        : name.SequenceEqual("VisibilityTimeout"u8) ? PlainFields.VisibilityTimeout
        : name.SequenceEqual("Entries"u8) ? PlainFields.Entries
        : name.SequenceEqual("MessageGroupId"u8) ? PlainFields.MessageGroupId
        : name.SequenceEqual("MessageDeduplicationId"u8) ? PlainFields.MessageDeduplicationId
        : PlainFields.None;
}
