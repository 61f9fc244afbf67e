namespace LocalAws.State;

/// <summary>
/// Where every write goes before it is acknowledged. A store appends while it holds the lock that orders its writes;
/// the endpoint flushes before it answers, so that one flush covers the writes of many calls.
/// </summary>
internal interface IStateLog
{
    /// <summary>Whether changes are kept at all; if not, none needs to be made.</summary>
    bool IsKept => true;

    /// <summary>Adds a change behind all earlier ones. Cheap: it does not wait for a disk.</summary>
    void Append(StateChange change);

    /// <summary>Completes when every change appended so far is as durable as this log makes it.</summary>
    ValueTask FlushAsync(CancellationToken cancellationToken);
}
