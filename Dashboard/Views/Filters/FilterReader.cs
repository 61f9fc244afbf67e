using System.Text;

namespace Dashboard.Views.Filters;

/// <summary>The words and signs of a query, from left to right.</summary>
internal sealed class FilterReader(string text)
{
    private int _at;

    /// <summary>Whether a quoted word begins here.</summary>
    public bool IsAtQuote => _at < text.Length && text[_at] == '"';

    /// <returns>Whether there is more.</returns>
    public bool SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return _at < text.Length;
    }

    /// <summary>Reads up to a blank or a sign; quotes may stand anywhere and hold either.</summary>
    /// <exception cref="FilterException">There is none, or a quote is not closed.</exception>
    public string ReadWord()
    {
        var begin = _at;
        var word = new StringBuilder();
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && (IsAtQuote || !FilterTerm.Signs.Contains(text[_at])))
        {
            if (IsAtQuote)
            {
                ReadQuoted(word);
            }
            else
            {
                word.Append(text[_at++]);
            }
        }

        return _at > begin ? word.ToString() : throw new FilterException(
            _at < text.Length ? $"A word is missing before \"{text[_at]}\"." : $"A value is missing after \"{text.TrimEnd()}\".");
    }

    /// <returns>Null if none stands here.</returns>
    public FilterOperator? ReadOperator()
    {
        if (_at >= text.Length)
        {
            return null;
        }

        switch (text[_at])
        {
            case ':' or '=':
                _at++;
                return FilterOperator.Is;
            case '>':
                return Sign(FilterOperator.Above, FilterOperator.AtLeast);
            case '<':
                return Sign(FilterOperator.Below, FilterOperator.AtMost);
            case '!' when _at + 1 < text.Length && text[_at + 1] is '=' or ':':
                _at += 2;
                return FilterOperator.IsNot;
            case '!':
                throw new FilterException("\"!\" stands before \"=\" only. To look for the text itself, put it in quotes.");
            default:
                return null;
        }
    }

    private FilterOperator Sign(FilterOperator alone, FilterOperator withEquals)
    {
        _at++;
        if (_at < text.Length && text[_at] == '=')
        {
            _at++;
            return withEquals;
        }

        return alone;
    }

    private void ReadQuoted(StringBuilder word)
    {
        for (_at++; _at < text.Length; _at++)
        {
            switch (text[_at])
            {
                case '"':
                    _at++;
                    return;
                case '\\' when _at + 1 < text.Length:
                    word.Append(text[++_at]);
                    break;
                default:
                    word.Append(text[_at]);
                    break;
            }
        }

        throw new FilterException("A quote is not closed.");
    }
}
