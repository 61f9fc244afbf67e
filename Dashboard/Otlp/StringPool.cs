using System.Collections.Concurrent;

namespace Dashboard.Otlp;

/// <summary>One copy of each short text that keeps coming: names, attribute keys, common values. Bounded; when full it starts anew.</summary>
internal sealed class StringPool(int capacity = 20_000)
{
    private const int LongestPooled = 64;

    private ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The copy of <paramref name="text"/>.</summary>
    public string Pool(string text)
    {
        if (text.Length is 0 or > LongestPooled)
        {
            return text;
        }

        if (_texts.TryGetValue(text, out var pooled))
        {
            return pooled;
        }

        if (Interlocked.Increment(ref _count) > capacity)
        {
            _texts = new(StringComparer.Ordinal);
            Interlocked.Exchange(ref _count, 0);
        }

        return _texts.GetOrAdd(text, text);
    }
}
