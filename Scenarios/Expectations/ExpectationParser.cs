using System.Globalization;
using Scenarios.Reports;

namespace Scenarios.Expectations;

/// <summary>
/// Reads conditions such as <c>dropped == 0 &amp;&amp; timeToDelivery.p99Seconds &lt; 20 * 60</c>. Binding from the loosest: <c>||</c>,
/// <c>&amp;&amp;</c>, comparison (one), <c>+ −</c>, <c>* /</c>, and <c>! −</c> before a value.
/// </summary>
internal sealed class ExpectationParser
{
    /// <summary>Nobody writes so many parentheses; whoever sends them must not overflow the stack.</summary>
    private const int MaximumDepth = 50;

    private readonly string _text;
    private readonly List<Token> _tokens;
    private int _index;
    private int _depth;

    private ExpectationParser(string text)
    {
        _text = text;
        _tokens = Tokenizer.Read(text);
    }

    private Token Next => _tokens[_index];

    /// <summary>Reads a condition.</summary>
    /// <exception cref="ExpectationException">It is none.</exception>
    public static Term Parse(string text)
    {
        var parser = new ExpectationParser(text);
        var condition = parser.RequireCondition(parser.Alternatives());
        return parser.Next.Kind == TokenKind.End
            ? condition
            : throw parser.Refuse(parser.Next, $"\"{parser.Next.Text}\" is not expected here.");
    }

    private Term Alternatives()
    {
        var left = Conjunction();
        while (Accept("||"))
        {
            left = Either(RequireCondition(left), RequireCondition(Conjunction()), static (a, b) => a || b);
        }

        return left;
    }

    private Term Conjunction()
    {
        var left = Comparison();
        while (Accept("&&"))
        {
            left = Either(RequireCondition(left), RequireCondition(Comparison()), static (a, b) => a && b);
        }

        return left;
    }

    private Term Comparison()
    {
        var left = Sum();
        return Next.Text switch
        {
            "==" => Compare(left, static (a, b) => a == b),
            "!=" => Compare(left, static (a, b) => a != b),
            "<" => Compare(left, static (a, b) => a < b),
            "<=" => Compare(left, static (a, b) => a <= b),
            ">" => Compare(left, static (a, b) => a > b),
            ">=" => Compare(left, static (a, b) => a >= b),
            _ => left,
        };
    }

    private Term Compare(Term left, Func<double, double, bool> compare)
    {
        _index++;
        var (a, b) = (RequireNumber(left).Value, RequireNumber(Sum()).Value);
        return new(true, left.Position, report => (a(report), b(report)) switch
        {
            ({ } x, { } y) => compare(x, y) ? 1 : 0,
            _ => null,
        });
    }

    private Term Sum()
    {
        var left = Product();
        while (Next.Text is "+" or "-")
        {
            var sign = _tokens[_index++].Text == "+" ? 1 : -1;
            left = Calculate(left, Product(), (a, b) => a + (sign * b));
        }

        return left;
    }

    private Term Product()
    {
        var left = Unary();
        while (Next.Text is "*" or "/")
        {
            left = _tokens[_index++].Text == "*"
                ? Calculate(left, Unary(), static (a, b) => a * b)
                : Calculate(left, Unary(), static (a, b) => b == 0 ? null : a / b);
        }

        return left;
    }

    private Term Unary()
    {
        var start = Next;
        if (++_depth > MaximumDepth)
        {
            throw Refuse(start, "nested too deeply.");
        }

        var term = Accept("!") ? Not(start.Position, RequireCondition(Unary()).Value)
            : Accept("-") ? Negative(start.Position, RequireNumber(Unary()).Value)
            : Primary();
        _depth--;
        return term;
    }

    private static Term Not(int position, Func<RunReport, double?> value) => new(true, position, report => 1 - value(report));

    private static Term Negative(int position, Func<RunReport, double?> value) => new(false, position, report => -value(report));

    private Term Primary()
    {
        var token = _tokens[_index++];
        switch (token.Kind)
        {
            case TokenKind.Number when double.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number):
                return new(false, token.Position, _ => number);
            case TokenKind.Name:
                return new(false, token.Position, ReportFigures.Find(token.Text)
                    ?? throw new ExpectationException(
                        _text, token.Position, $"there is no figure \"{token.Text}\"; there are {string.Join(", ", ReportFigures.Names)}.")
                    { UnknownFigure = token.Text });
            case TokenKind.Symbol when token.Text == "(":
                var inner = Alternatives();
                return Accept(")") ? inner : throw Refuse(Next, "a ) is missing.");
            default:
                _index--;
                throw Refuse(token, "a figure, a number or a ( is expected.");
        }
    }

    private bool Accept(string symbol)
    {
        if (Next.Kind != TokenKind.Symbol || Next.Text != symbol)
        {
            return false;
        }

        _index++;
        return true;
    }

    private static Term Either(Term left, Term right, Func<bool, bool, bool> combine) => new(true, left.Position, report =>
        (left.Value(report), right.Value(report)) switch
        {
            ({ } a, { } b) => combine(a != 0, b != 0) ? 1 : 0,
            _ => null,
        });

    private Term Calculate(Term left, Term right, Func<double, double, double?> operation)
    {
        var (a, b) = (RequireNumber(left).Value, RequireNumber(right).Value);
        return new(false, left.Position, report => (a(report), b(report)) switch
        {
            ({ } x, { } y) => operation(x, y),
            _ => null,
        });
    }

    private Term RequireCondition(Term term) =>
        term.IsCondition ? term : throw new ExpectationException(_text, term.Position, "a comparison is expected, such as dropped == 0.");

    private Term RequireNumber(Term term) =>
        term.IsCondition ? throw new ExpectationException(_text, term.Position, "a number is expected, not a comparison.") : term;

    private ExpectationException Refuse(Token token, string problem) => new(_text, token.Position, problem);
}
