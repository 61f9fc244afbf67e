namespace Dashboard.Components.Notices;

/// <summary>What came of what the reader did; one for every open page.</summary>
internal sealed class NoticeBoard(TimeProvider time)
{
    private static readonly TimeSpan Shown = TimeSpan.FromSeconds(6);

    private readonly List<Notice> _notices = [];
    private int _number;

    /// <summary>Something came or went.</summary>
    public event Action? Changed;

    /// <summary>What is shown now, the oldest first.</summary>
    public IReadOnlyList<Notice> Notices
    {
        get
        {
            lock (_notices)
            {
                return [.. _notices];
            }
        }
    }

    /// <summary>Something was done.</summary>
    public void Tell(string text) => Show(text, "good");

    /// <summary>Something was not.</summary>
    public void TellFailure(string text) => Show(text, "error");

    /// <summary>Takes one away.</summary>
    public void Remove(Notice notice)
    {
        lock (_notices)
        {
            _notices.Remove(notice);
        }

        Changed?.Invoke();
    }

    private void Show(string text, string kind)
    {
        var notice = new Notice(Interlocked.Increment(ref _number), text, kind);
        lock (_notices)
        {
            _notices.Add(notice);
        }

        Changed?.Invoke();
        _ = RemoveLaterAsync(notice);
    }

    private async Task RemoveLaterAsync(Notice notice)
    {
        await Task.Delay(Shown, time);
        Remove(notice);
    }
}
