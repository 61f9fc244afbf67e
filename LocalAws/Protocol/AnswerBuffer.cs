using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LocalAws.Protocol;

/// <summary>The body of an answer while it is written. Used again and again: <see cref="Rent"/>, then <see cref="Return"/>.</summary>
internal sealed class AnswerBuffer
{
    /// <summary>The answer is no part of a page: quotes within a message's body need no \u0022.</summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private const int Usual = 1024;
    private const int MostKept = 64;
    private const int LargestKept = 256 * 1024;

    private static readonly ConcurrentQueue<AnswerBuffer> Free = [];

    private readonly ArrayBufferWriter<byte> _bytes = new(Usual);

    private AnswerBuffer() => Writer = new Utf8JsonWriter(_bytes, WriterOptions);

    /// <summary>Writes into it.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>What was written and flushed.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public static AnswerBuffer Rent() => Free.TryDequeue(out var buffer) ? buffer : new AnswerBuffer();

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        Writer.Reset();
    }

    public void Return()
    {
        if (_bytes.Capacity <= LargestKept && Free.Count < MostKept)
        {
            Clear();
            Free.Enqueue(this);
        }
    }
}
