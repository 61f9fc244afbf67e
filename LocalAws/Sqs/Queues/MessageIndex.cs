using System.Diagnostics.CodeAnalysis;

namespace LocalAws.Sqs.Queues;

/// <summary>Finds messages by their order: in pages, since orders are dense where the queue is young and sparse where it is old.</summary>
internal sealed class MessageIndex
{
    private const int PageBits = 6;
    private const int PageSize = 1 << PageBits;

    private readonly Dictionary<long, Page> _pages = [];
    private long _lowestPage;
    private long _highestPage;

    public int Count { get; private set; }

    /// <summary>The message of the lowest order.</summary>
    public QueuedMessage? Oldest
    {
        get
        {
            if (Count == 0)
            {
                return null;
            }

            Page? page;
            while (!_pages.TryGetValue(_lowestPage, out page) || page.Count == 0)
            {
                _lowestPage++;
            }

            return Array.Find(page.Messages, static message => message is not null);
        }
    }

    /// <summary>All messages by their order.</summary>
    public IEnumerable<QueuedMessage> All => _pages
        .OrderBy(static page => page.Key)
        .SelectMany(static page => page.Value.Messages.OfType<QueuedMessage>());

    public bool TryFind(long order, [NotNullWhen(true)] out QueuedMessage? message)
    {
        message = _pages.TryGetValue(order >> PageBits, out var page) ? page.Messages[order & (PageSize - 1)] : null;
        return message is not null;
    }

    public void Add(QueuedMessage message)
    {
        var number = message.Order >> PageBits;
        if (!_pages.TryGetValue(number, out var page))
        {
            _pages[number] = page = new Page();
            if (number > _highestPage)
            {
                if (_pages.TryGetValue(_highestPage, out var former) && former.Count == 0)
                {
                    _pages.Remove(_highestPage);
                }

                _highestPage = number;
            }
        }

        _lowestPage = Count == 0 ? number : Math.Min(_lowestPage, number);
        page.Messages[message.Order & (PageSize - 1)] = message;
        page.Count++;
        Count++;
    }

    public void Remove(QueuedMessage message)
    {
        var number = message.Order >> PageBits;
        var page = _pages[number];
        page.Messages[message.Order & (PageSize - 1)] = null;
        Count--;
        // The page that messages come into stays: a queue that is always almost empty would build one a message.
        if (--page.Count == 0 && number != _highestPage)
        {
            _pages.Remove(number);
        }
    }

    public void Clear()
    {
        _pages.Clear();
        Count = 0;
    }

    private sealed class Page
    {
        public QueuedMessage?[] Messages { get; } = new QueuedMessage?[PageSize];

        public int Count { get; set; }
    }
}
