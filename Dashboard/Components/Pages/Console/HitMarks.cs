using Dashboard.Components.Pages.Console.Ansi;

namespace Dashboard.Components.Pages.Console;

/// <summary>Marks what is searched for, over the borders of spans too.</summary>
internal static class HitMarks
{
    /// <summary>The spans, cut where a hit starts or ends.</summary>
    public static IReadOnlyList<MarkedSpan> Mark(IReadOnlyList<AnsiSpan> spans, string search)
    {
        if (search.Length == 0)
        {
            return [.. spans.Select(static span => new MarkedSpan(span.Text, span.Style.CssClass, false))];
        }

        var text = string.Concat(spans.Select(static span => span.Text));
        List<MarkedSpan> marked = [];
        var spanStart = 0;
        var hit = text.IndexOf(search, StringComparison.OrdinalIgnoreCase);
        foreach (var span in spans)
        {
            var (css, spanEnd) = (span.Style.CssClass, spanStart + span.Text.Length);
            for (var at = spanStart; at < spanEnd;)
            {
                if (hit >= 0 && hit + search.Length <= at)
                {
                    hit = text.IndexOf(search, hit + search.Length, StringComparison.OrdinalIgnoreCase);
                    continue;
                }

                var isHit = hit >= 0 && at >= hit;
                var end = hit < 0 ? spanEnd : Math.Min(spanEnd, isHit ? hit + search.Length : hit);
                marked.Add(new(text[at..end], css, isHit));
                at = end;
            }

            spanStart = spanEnd;
        }

        return marked;
    }
}
