namespace Scenarios.Expectations;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A figure's name.</summary>
    Name,

    /// <summary>An operator or a parenthesis.</summary>
    Symbol,

    /// <summary>The end of the text.</summary>
    End,
}

/// <summary>A piece of an expectation.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position);
