namespace Scenarios.Expectations;

/// <summary>Takes an expectation apart.</summary>
internal static class Tokenizer
{
    /// <summary>Longest first: <c>&lt;=</c> before <c>&lt;</c>.</summary>
    private static readonly string[] Symbols = ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", "!"];

    /// <summary>The tokens, the last of them the end.</summary>
    /// <exception cref="ExpectationException">A character that begins nothing.</exception>
    public static List<Token> Read(string text)
    {
        List<Token> tokens = [];
        for (var position = 0; position < text.Length;)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            var token = Next(text, position);
            tokens.Add(token);
            position += token.Text.Length;
        }

        tokens.Add(new(TokenKind.End, "", text.Length));
        return tokens;
    }

    private static Token Next(string text, int position)
    {
        if (char.IsAsciiDigit(text[position]))
        {
            return Run(TokenKind.Number, text, position, static letter => char.IsAsciiDigit(letter) || letter == '.');
        }

        if (char.IsAsciiLetter(text[position]))
        {
            return Run(TokenKind.Name, text, position, static letter => char.IsAsciiLetterOrDigit(letter) || letter == '.');
        }

        var symbol = Array.Find(Symbols, candidate => string.CompareOrdinal(text, position, candidate, 0, candidate.Length) == 0);
        return symbol is null
            ? throw new ExpectationException(text, position, $"'{text[position]}' is not understood.")
            : new(TokenKind.Symbol, symbol, position);
    }

    private static Token Run(TokenKind kind, string text, int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return new(kind, text[start..end], start);
    }
}
