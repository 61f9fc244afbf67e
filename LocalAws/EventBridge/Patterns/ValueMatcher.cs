using System.Text;
using System.Text.Json;
using LocalAws.EventBridge.Patterns.Matching;

namespace LocalAws.EventBridge.Patterns;

/// <summary>A <see cref="ValueTest"/> ready to be run on the UTF-8 text of a value.</summary>
internal abstract class ValueMatcher
{
    /// <summary>Does the value pass?</summary>
    public abstract bool Matches(in EventValue value);

    public static ValueMatcher Of(ValueTest test) => test switch
    {
        ValueTest.Text text => new TextMatcher(Utf8(text.Value)),
        ValueTest.Number number => new NumberMatcher(Utf8(number.Spelling), number.Value),
        ValueTest.Literal literal => new LiteralMatcher(literal.Spelling switch
        {
            "true" => JsonTokenType.True,
            "false" => JsonTokenType.False,
            _ => JsonTokenType.Null,
        }),
        ValueTest.Address address => new AddressMatcher(address.Addresses),
        ValueTest.Network network => new AddressMatcher(network.Addresses),
        ValueTest.Prefix { IgnoreCase: false } prefix => new PrefixMatcher(Utf8(prefix.Value)),
        ValueTest.Suffix { IgnoreCase: false } suffix => new SuffixMatcher(Utf8(suffix.Value)),
        ValueTest.Prefix prefix => new IgnoreCaseMatcher(prefix.Value, FoldedPart.Start),
        ValueTest.Suffix suffix => new IgnoreCaseMatcher(suffix.Value, FoldedPart.End),
        ValueTest.EqualsIgnoreCase equal => new IgnoreCaseMatcher(equal.Value, FoldedPart.Whole),
        ValueTest.Wildcard wildcard => new WildcardMatcher([.. wildcard.Parts.Select(Utf8)]),
        ValueTest.Range range => new RangeMatcher(range),
        ValueTest.Exists => new AnyMatcher(),
        ValueTest.AnythingBut anythingBut => new NoneMatcher([.. anythingBut.Excluded.Select(Of)]),
        _ => throw new InvalidOperationException($"{test.GetType().Name} is not a test of a value."),
    };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
