using System.Buffers;

namespace LocalAws.State;

/// <summary>
/// One write to the state of this process, as a log keeps it: replaying all of them in order gives the state back.
/// A change says what is so from now on, never by how much something changed: a log that was cut short by a snapshot
/// replays changes that the snapshot has already, and must come to the same state.
/// </summary>
internal abstract record StateChange
{
    /// <summary>The part that restores it.</summary>
    public abstract StatePartId Part { get; }

    /// <summary>Writes it as bytes, its kind included. Called at once and once for each append, by one caller at a time.</summary>
    public abstract void Encode(IBufferWriter<byte> target);
}
