using System.Buffers;
using LocalAws.State;

namespace LocalAws.Tests.EventBridge;

/// <summary>Keeps what is appended.</summary>
internal sealed class RecordingLog : IStateLog
{
    public List<StateChange> Changes { get; } = [];

    public static ReadOnlySpan<byte> Encode(StateChange change)
    {
        var bytes = new ArrayBufferWriter<byte>();
        change.Encode(bytes);
        return bytes.WrittenSpan;
    }

    public void Append(StateChange change) => Changes.Add(change);

    public ValueTask FlushAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
