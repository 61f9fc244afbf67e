using System.Collections.Concurrent;

namespace LocalAws.Tests.Crash;

/// <summary>What the process under test acknowledged, as its callers remember it.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, MessageHistory> _messages = new(StringComparer.Ordinal);
    private HashSet<string> _missing = [];
    private long _early;
    private int _sent;

    /// <summary>The highest value of each parameter that was acknowledged.</summary>
    public ConcurrentDictionary<string, long> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Rules that were acknowledged.</summary>
    public ConcurrentBag<string> Rules { get; } = [];

    /// <summary>Stacks that were acknowledged.</summary>
    public ConcurrentBag<string> Stacks { get; } = [];

    /// <summary>Sends that were acknowledged.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>Deletions that were acknowledged.</summary>
    public int Deleted => _messages.Values.Count(static message => message.IsDeleted);

    /// <summary>Deliveries before the visibility time-out of the one before had passed, or after an acknowledged deletion.</summary>
    public long Early => Interlocked.Read(ref _early);

    public void Sending(string body) => _messages[body] = new MessageHistory();

    public void Acknowledged(string body)
    {
        _messages[body].IsSent = true;
        Interlocked.Increment(ref _sent);
    }

    /// <summary>A message arrived.</summary>
    /// <param name="asked">When the receive began: the process cannot have handed the message out earlier.</param>
    /// <param name="visibility">How long it is hidden from the moment on at which it was handed out.</param>
    public void Received(string body, DateTimeOffset asked, DateTimeOffset answered, TimeSpan visibility)
    {
        var message = _messages[body];
        lock (message)
        {
            // Handed out between asked and answered: hidden at least until asked + visibility.
            if (message.IsDeleted || answered < message.HiddenUntil)
            {
                Interlocked.Increment(ref _early);
            }

            message.HiddenUntil = asked + visibility;
        }
    }

    /// <summary>A message is there in the end, whenever it was to be seen.</summary>
    public void Counted(string body)
    {
        _missing.Remove(body);
        if (_messages[body].IsDeleted)
        {
            Interlocked.Increment(ref _early);
        }
    }

    public void Deleting(string body) => _messages[body].MayBeGone = true;

    public void Removed(string body) => _messages[body].IsDeleted = true;

    /// <summary>From now on what was acknowledged counts as missing until it comes.</summary>
    public void BeginCount() =>
        _missing = [.. _messages.Where(static pair => pair.Value is { IsSent: true, MayBeGone: false }).Select(static pair => pair.Key)];

    /// <summary>Since <see cref="BeginCount"/>: messages that were acknowledged, that nobody tried to delete, and that did not come yet.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    private sealed class MessageHistory
    {
        public bool IsSent { get; set; }

        public bool MayBeGone { get; set; }

        public bool IsDeleted { get; set; }

        public DateTimeOffset HiddenUntil { get; set; }
    }
}
