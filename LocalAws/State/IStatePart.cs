namespace LocalAws.State;

/// <summary>A store whose content outlives the process.</summary>
internal interface IStatePart
{
    /// <summary>Its changes carry the same.</summary>
    StatePartId Id { get; }

    /// <summary>
    /// Applies a change that was encoded earlier, perhaps by an older version, and appends nothing. Called before the first
    /// call is answered. A change of something that is not there (any more) is no error.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are no change.</exception>
    void Restore(ReadOnlySpan<byte> change);

    /// <summary>All changes are applied: picks up what they left under way. From here on it may append.</summary>
    void Resume()
    {
    }

    /// <summary>
    /// The changes that lead to the present state from none, as few as there can be. Others write meanwhile: each piece
    /// that has a lock of its own is read under the lock under which its changes are appended, and encoded outside of it.
    /// What is between two places at the moment (on its way to a dead-letter queue) belongs to one of them.
    /// </summary>
    IEnumerable<StateChange> Snapshot();

    /// <summary>Forgets everything, and appends nothing: the caller takes a snapshot afterwards.</summary>
    void Clear();
}
