namespace LocalAws.EventBridge.Archives;

/// <summary>An event in an archive.</summary>
/// <param name="Order">Grows with every event of every archive.</param>
/// <param name="Id">The event's own id.</param>
/// <param name="At">When EventBridge took it.</param>
/// <param name="Json">Its envelope, UTF-8.</param>
internal sealed record ArchivedEvent(long Order, string Id, DateTimeOffset At, ReadOnlyMemory<byte> Json);
