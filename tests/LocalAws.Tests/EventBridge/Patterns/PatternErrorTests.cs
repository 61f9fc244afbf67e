using static LocalAws.Tests.EventBridge.Patterns.PatternSteps;

namespace LocalAws.Tests.EventBridge.Patterns;

/// <summary>Every malformed pattern is refused in EventBridge's words, with the place.</summary>
public sealed class PatternErrorTests
{
    [Theory]
    [InlineData("""{"f": "text"}""", "\"f\" must be an object or an array")]
    [InlineData("""{"f": 42}""", "\"f\" must be an object or an array")]
    [InlineData("""{"f": []}""", "Empty arrays are not allowed")]
    [InlineData("""{"f": {}}""", "Empty objects are not allowed")]
    [InlineData("""{}""", "Empty objects are not allowed")]
    [InlineData("""["f"]""", "Filter is not an object")]
    [InlineData("""{"f": [["x"]]}""", "Match value must be String, number, true, false, or null")]
    [InlineData("""{"f": [{}]}""", "Match expression name not found")]
    [InlineData("""{"f": [{"EXISTS": true}]}""", "Unrecognized match type EXISTS")]
    [InlineData("""{"f": [{"exists": 1}]}""", "exists match pattern must be either true or false.")]
    [InlineData("""{"f": [{"prefix": "a", "suffix": "b"}]}""", "Only one key allowed in match expression")]
    [InlineData("""{"f": [{"prefix": 1}]}""", "prefix match pattern must be a string")]
    [InlineData("""{"f": [{"prefix": {"wildcard": "a"}}]}""", "Unsupported prefix pattern: wildcard")]
    [InlineData("""{"f": [{"suffix": ["a"]}]}""", "suffix match pattern must be a string")]
    [InlineData("""{"f": [{"suffix": {"equals-ignore-case": 1}}]}""", "equals-ignore-case match pattern must be a string")]
    [InlineData("""{"f": [{"equals-ignore-case": ["a"]}]}""", "equals-ignore-case match pattern must be a string")]
    [InlineData("""{"f": [{"wildcard": 1}]}""", "wildcard match pattern must be a string")]
    [InlineData("""{"f": [{"wildcard": "a**"}]}""", "Consecutive wildcard characters at pos 2")]
    [InlineData("""{"f": [{"wildcard": "a\\b"}]}""", "Invalid escape character at pos 2")]
    [InlineData("""{"f": [{"wildcard": "*:*:*:*:*:x*"}]}""", "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character")]
    [InlineData("""{"f": [{"numeric": 10}]}""", "Value of numeric must be an array.")]
    [InlineData("""{"f": [{"numeric": [5]}]}""", "Invalid member in numeric match: 5")]
    [InlineData("""{"f": [{"numeric": ["<>", 1]}]}""", "Unrecognized numeric range operator: <>")]
    [InlineData("""{"f": [{"numeric": ["=", "1"]}]}""", "Value of equals must be numeric")]
    [InlineData("""{"f": [{"numeric": ["="]}]}""", "Value of equals must be numeric")]
    [InlineData("""{"f": [{"numeric": ["<", 1, ">", 0]}]}""", "Too many elements in numeric expression")]
    [InlineData("""{"f": [{"numeric": [">", 0, ">", 1]}]}""", "Bad numeric range operator: >")]
    [InlineData("""{"f": [{"numeric": [">", 0, "<"]}]}""", "Value of < must be numeric")]
    [InlineData("""{"f": [{"numeric": [">", 0, 5]}]}""", "Bad value in numeric range: 5")]
    [InlineData("""{"f": [{"numeric": [">", 0, "<", 1, "x"]}]}""", "Too many terms in numeric range expression")]
    [InlineData("""{"f": [{"numeric": [">", 2, "<", 1]}]}""", "Bottom must be less than top")]
    [InlineData("""{"f": [{"numeric": [">", 1e12]}]}""", "Value must be between -5.0E11 and 5.0E11, inclusive")]
    [InlineData("""{"f": [{"numeric": [">", 1e-7]}]}""", "Only values upto 6 decimals are supported")]
    [InlineData("""{"f": [{"cidr": 1}]}""", "prefix match pattern must be a string")]
    [InlineData("""{"f": [{"cidr": "10.0.0.0"}]}""", "Malformed CIDR, one '/' required")]
    [InlineData("""{"f": [{"cidr": "10.0.0.0/x"}]}""", "Malformed CIDR, mask bits must be an integer")]
    [InlineData("""{"f": [{"cidr": "10.0.0.0/-1"}]}""", "Malformed CIDR, mask bits must not be negative")]
    [InlineData("""{"f": [{"cidr": "10.0.0.0/32"}]}""", "IPv4 mask bits must be < 32")]
    [InlineData("""{"f": [{"cidr": "::/128"}]}""", "IPv6 mask bits must be < 128")]
    [InlineData("""{"f": [{"cidr": "host/8"}]}""", "Nonstandard IP address: host")]
    [InlineData("""{"f": [{"cidr": "300.0.0.0/8"}]}""", "Invalid IP address: 300.0.0.0")]
    [InlineData("""{"f": [{"anything-but": null}]}""", "Value of anything-but must be an array or single string/number value.")]
    [InlineData("""{"f": [{"anything-but": [1, "a"]}]}""", "Inside anything but list, either all values are number or string, mixed type is not supported")]
    [InlineData("""{"f": [{"anything-but": ["a", null]}]}""", "Inside anything but list, start|null|boolean is not supported.")]
    [InlineData("""{"f": [{"anything-but": {"prefix": ""}}]}""", "Null prefix/suffix not allowed")]
    [InlineData("""{"f": [{"anything-but": {"suffix": [1]}}]}""", "prefix/suffix match pattern must be a string")]
    [InlineData("""{"f": [{"anything-but": {"equals-ignore-case": 1}}]}""", "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.")]
    [InlineData("""{"f": [{"anything-but": {"numeric": [1]}}]}""", "Unsupported anything-but pattern: numeric")]
    [InlineData("""{"$or": {"a": [1]}}""", "It must be an Array followed with $or.")]
    [InlineData("""{"$or": [{"a": [1]}]}""", "There must have at least 2 Objects in $or relationship.")]
    [InlineData("""{"$or": [{"a": [1]}, 5]}""", "Only JSON object is allowed in array of $or relationship.")]
    [InlineData("""{"$or": [{"a": [1]}, {"prefix": [1]}]}""", "prefix is Ruler reserved fieldName which cannot be used inside $or.")]
    public void Pattern_Malformed_SaysWhatAndWhere(string pattern, string reason)
    {
        var message = Refusal(pattern);

        message.ShouldStartWith($"Event pattern is not valid. Reason: {reason}\n at [Source: (String)\"");
        message.ShouldMatch("; line: 1, column: [0-9]+]$");
    }

    [Theory]
    [InlineData("this is no json", "Unrecognized token 'this': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 1, 5)]
    [InlineData("{\"a\": closed mark\"", "Unrecognized token 'closed': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 1, 13)]
    [InlineData("{'a': [1]}", "Unexpected character (''' (code 39)): was expecting double-quote to start field name", 1, 2)]
    [InlineData("{\"a\": [1]", "Unexpected end-of-input", 1, 10)]
    [InlineData("", "Unexpected end-of-input", 1, 1)]
    [InlineData("{\n \"a\": [1 2]}", "Unexpected character ('2' (code 50)): was expecting comma or the end of the Array or Object", 2, 10)]
    public void Pattern_NotJson_SaysWhatAndWhere(string pattern, string reason, int line, int column) =>
        Refusal(pattern).ShouldBe($"Event pattern is not valid. Reason: {reason}\n at [Source: (String)\"{pattern}\"; line: {line}, column: {column}]");

    [Fact]
    public void Pattern_Long_IsShownInPart() =>
        Refusal($$"""{"f": "{{new string('x', 600)}}"}""").ShouldContain("[truncated 109 chars]");

    [Fact]
    public void Pattern_TooManyCombinations_IsRefused()
    {
        var or = "\"$or\": [{\"a\": [1]}, {\"b\": [1]}]";
        var nested = string.Join(", ", Enumerable.Range(0, 10).Select(index => $"\"x{index}\": {{{or}}}"));

        Refusal($"{{{nested}}}").ShouldContain("more than 1000 rule combinations");
    }
}
