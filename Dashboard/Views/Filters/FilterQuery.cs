namespace Dashboard.Views.Filters;

/// <summary>
/// What is typed into a page's query box, as <c>resource:worker status:error duration&gt;2s attr.faas.trigger=pubsub refused</c>:
/// conditions that must all hold. What has blanks or signs in it is quoted.
/// </summary>
internal sealed record FilterQuery(IReadOnlyList<FilterTerm> Terms)
{
    /// <summary>No condition.</summary>
    public static FilterQuery Empty { get; } = new([]);

    /// <summary>Reads it.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="keys">The keys that the page knows, apart from <c>attr.</c></param>
    /// <exception cref="FilterException">It cannot be read; the message is for the one who typed it.</exception>
    public static FilterQuery Parse(string? text, IReadOnlySet<string> keys)
    {
        List<FilterTerm> terms = [];
        var reader = new FilterReader(text ?? "");
        while (reader.SkipBlanks())
        {
            var isQuoted = reader.IsAtQuote;
            var word = reader.ReadWord();
            if (isQuoted || reader.ReadOperator() is not { } comparison)
            {
                terms.Add(FilterTerm.Text(word));
                continue;
            }

            if (word.Equals("attr", StringComparison.Ordinal) || word.Equals(FilterTerm.AttributePrefix, StringComparison.Ordinal))
            {
                throw new FilterException("attr. needs the name of an attribute: attr.http.response.status_code=429");
            }

            if (!word.StartsWith(FilterTerm.AttributePrefix, StringComparison.Ordinal) && !keys.Contains(word))
            {
                var known = string.Join(", ", keys.Order(StringComparer.Ordinal));
                throw new FilterException(
                    $"\"{word}\" is nothing that can be asked of here: {known} or attr.NAME. To look for the text itself, put it in quotes.");
            }

            terms.Add(new(word, comparison, reader.ReadWord()));
        }

        return new(terms);
    }

    /// <summary>The value of the last condition on <paramref name="key"/>.</summary>
    public string? Find(string key, FilterOperator comparison = FilterOperator.Is) =>
        Terms.LastOrDefault(term => term.Key == key && term.Operator == comparison)?.Value;

    /// <summary>The same with one condition on <paramref name="key"/> in place of all; with none if there is no value.</summary>
    public FilterQuery With(string key, string? value, FilterOperator comparison = FilterOperator.Is)
    {
        var others = Terms.Where(term => term.Key != key || term.Operator != comparison);
        return new([.. others, .. string.IsNullOrWhiteSpace(value) ? Array.Empty<FilterTerm>() : [new FilterTerm(key, comparison, value)]]);
    }

    /// <summary>The same with this attribute in place of all that are asked of.</summary>
    public FilterQuery WithAttribute(string name, string value) =>
        new([.. Terms.Where(term => term.Attribute is null), FilterTerm.OfAttribute(name, value)]);

    /// <inheritdoc />
    public bool Equals(FilterQuery? other) => other is not null && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc />
    public override int GetHashCode() => Terms.Aggregate(0, HashCode.Combine);

    /// <summary>As one types it.</summary>
    public override string ToString() => string.Join(' ', Terms);
}
