using System.Text;

namespace Dashboard.Views.Filters;

/// <summary>A condition of a query.</summary>
/// <param name="Key">What is asked of; empty for free text.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Value">What with.</param>
internal sealed record FilterTerm(string Key, FilterOperator Operator, string Value)
{
    /// <summary>Begins a key that names an attribute.</summary>
    public const string AttributePrefix = "attr.";

    /// <summary>Characters that mean something; a word that has one is quoted.</summary>
    internal const string Signs = ":=!<>\"";

    /// <summary>The attribute that it asks of; null if it asks of something else.</summary>
    public string? Attribute => Key.StartsWith(AttributePrefix, StringComparison.Ordinal) ? Key[AttributePrefix.Length..] : null;

    /// <summary>Free text.</summary>
    public static FilterTerm Text(string text) => new("", FilterOperator.Is, text);

    /// <summary>The attribute <paramref name="name"/> is <paramref name="value"/>.</summary>
    public static FilterTerm OfAttribute(string name, string value) => new(AttributePrefix + name, FilterOperator.Is, value);

    /// <summary>As one types it.</summary>
    public override string ToString()
    {
        if (Key.Length == 0)
        {
            return Quote(Value);
        }

        var key = Attribute is { } attribute ? AttributePrefix + Quote(attribute) : Key;
        var sign = Operator switch
        {
            FilterOperator.IsNot => "!=",
            FilterOperator.Above => ">",
            FilterOperator.AtLeast => ">=",
            FilterOperator.Below => "<",
            FilterOperator.AtMost => "<=",
            _ => Attribute is null ? ":" : "=",
        };
        return $"{key}{sign}{Quote(Value)}";
    }

    private static string Quote(string text)
    {
        if (text.Length > 0 && !text.Any(letter => char.IsWhiteSpace(letter) || Signs.Contains(letter)))
        {
            return text;
        }

        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter is '"' or '\\' ? "\\" : "").Append(letter);
        }

        return quoted.Append('"').ToString();
    }
}
