using Dashboard.Telemetry.Queries;
using Dashboard.Telemetry.Traces;

namespace Dashboard.Views.Filters;

/// <summary>What the terms of a query mean to a filter, or why they mean nothing.</summary>
internal static class FilterTerms
{
    /// <summary>Stands for any value of an attribute.</summary>
    private const string Any = "*";

    /// <summary>The free text, put together.</summary>
    public static string? FreeText(this FilterQuery query)
    {
        var text = string.Join(' ', query.Terms.Where(term => term.Key.Length == 0).Select(term => term.Value));
        return text.Length == 0 ? null : text;
    }

    /// <summary>The free text, and the order that is asked of: by <paramref name="key"/>, or alone, for a correlation id is known by its looks.</summary>
    public static (string? Text, string? Order) TextAndOrder(this FilterQuery query, string key)
    {
        var (text, order) = (query.FreeText(), query.Value(key));
        return order is null && Guid.TryParseExact(text, "D", out var id) ? (null, id.ToString()) : (text, order);
    }

    /// <summary>The one condition on <paramref name="key"/>; null if there is none.</summary>
    /// <exception cref="FilterException">There are several, or it compares otherwise than allowed.</exception>
    public static FilterTerm? Single(this FilterQuery query, string key, params ReadOnlySpan<FilterOperator> allowed)
    {
        FilterTerm? single = null;
        foreach (var term in query.Terms.Where(term => term.Key == key))
        {
            if (single is not null)
            {
                throw new FilterException($"{key} is asked of twice; only one condition on it is possible.");
            }

            if (!allowed.Contains(term.Operator))
            {
                throw new FilterException($"{term}: {key} is compared with {new FilterTerm(key, allowed[0], "…")} only.");
            }

            single = term;
        }

        return single;
    }

    /// <summary>The value that <paramref name="key"/> must be; null if it does not matter.</summary>
    public static string? Value(this FilterQuery query, string key) => query.Single(key, FilterOperator.Is)?.Value;

    /// <summary>The least duration.</summary>
    public static TimeSpan? LeastDuration(this FilterQuery query, string key)
    {
        if (query.Single(key, FilterOperator.Above, FilterOperator.AtLeast) is not { } term)
        {
            return null;
        }

        return DurationReader.TryParse(term.Value, out var duration)
            ? duration
            : throw new FilterException($"{term}: a duration such as 250ms, 2s or 1min.");
    }

    /// <summary>The one attribute; <c>*</c> asks that it is there.</summary>
    public static AttributeFilter? Attribute(this FilterQuery query)
    {
        FilterTerm[] terms = [.. query.Terms.Where(term => term.Attribute is not null)];
        return terms switch
        {
            [] => null,
            [{ Operator: FilterOperator.Is } term] => new(term.Attribute!, term.Value == Any ? null : term.Value),
            [var term] => throw new FilterException($"{term}: an attribute is compared with = only; attr.NAME=* asks that it is there."),
            _ => throw new FilterException("Only one attribute can be asked of at a time."),
        };
    }

    /// <summary>A trace's id.</summary>
    public static TraceId? Trace(this FilterQuery query, string key) => query.Value(key) is not { } text ? null
        : TraceId.TryParse(text, out var id) ? id
        : throw new FilterException($"{key}:{text}: a trace id has 32 hexadecimal digits.");

    /// <summary>A span's id.</summary>
    public static SpanId? Span(this FilterQuery query, string key) => query.Value(key) is not { } text ? null
        : SpanIds.TryParse(text, out var id) ? id
        : throw new FilterException($"{key}:{text}: a span id has 16 hexadecimal digits.");
}
