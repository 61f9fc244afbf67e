namespace LocalAws.Tests.EventBridge.Patterns;

/// <summary>What each operator says of the field <c>f</c>.</summary>
public sealed class ValueMatchingTests
{
    [Theory]
    [InlineData("\"blue\"", "\"blue\"", true)]
    [InlineData("\"blue\"", "\"Blue\"", false)]
    [InlineData("\"blue\"", "\"blueish\"", false)]
    [InlineData("\"\"", "\"\"", true)]
    [InlineData("\"\"", "null", false)]
    [InlineData("\"café\"", "\"caf\\u00e9\"", true)]
    [InlineData("\"a\\tb\"", "\"a\\u0009b\"", true)]
    [InlineData("\"\\/\\\\\\\"\\b\\f\\n\\r\"", "\"\\u002F\\u005c\\u0022\\u0008\\u000C\\u000a\\u000d\"", true)]
    [InlineData("\"\\u0000\"", "\"\\u0000\"", true)]
    [InlineData("\"\\u0000\"", "\"\"", false)]
    [InlineData("\"😀\"", "\"\\ud83d\\uDE00\"", true)]
    // Half a surrogate pair is a question mark, as when AWS's matcher turns it into bytes.
    [InlineData("\"?x\"", "\"\\ud83dx\"", true)]
    [InlineData("\"\\ude00\\ud83d\"", "\"??\"", true)]
    [InlineData("\"\\ud83d\\u0041\"", "\"?A\"", true)]
    [InlineData("\"5\"", "5", false)]
    [InlineData("5", "\"5\"", false)]
    [InlineData("\"true\"", "true", false)]
    [InlineData("true", "true", true)]
    [InlineData("true", "false", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "\"null\"", false)]
    [InlineData("{\"exactly\": \"blue\"}", "\"blue\"", true)]
    public void Exactly_SameTypeAndText_Matches(string test, string value, bool expected) => Check(test, value, expected);

    [Theory]
    [InlineData("300", "300.0", true)]
    [InlineData("300", "3.0e2", true)]
    [InlineData("300", "30E+1", true)]
    [InlineData("-0", "0", true)]
    [InlineData("300", "300.000001", false)]
    // Beyond the comparable range only the spelling counts.
    [InlineData("123456789012345", "123456789012345", true)]
    [InlineData("123456789012345", "123456789012345.0", false)]
    [InlineData("0.1234567", "0.1234567", true)]
    [InlineData("0.1234567", "0.12345670", false)]
    public void Number_SameValue_Matches(string test, string value, bool expected) => Check(test, value, expected);

    [Theory]
    [InlineData("[\"a\", \"blue\", 1]", true)]
    [InlineData("[[\"a\"], [\"blue\"]]", true)]
    [InlineData("[\"a\"]", false)]
    [InlineData("[]", false)]
    [InlineData("{\"g\": \"blue\"}", false)]
    public void Exactly_ArrayInTheEvent_MatchesIfAnElementDoes(string value, bool expected) => Check("\"blue\"", value, expected);

    [Theory]
    [InlineData("{\"prefix\": \"eu-\"}", "\"eu-west\"", true)]
    [InlineData("{\"prefix\": \"eu-\"}", "\"EU-west\"", false)]
    [InlineData("{\"prefix\": \"eu-\"}", "\"eu\"", false)]
    [InlineData("{\"prefix\": \"\"}", "\"\"", true)]
    [InlineData("{\"prefix\": \"1\"}", "12", false)]
    [InlineData("{\"prefix\": {\"equals-ignore-case\": \"EU-\"}}", "\"eu-west\"", true)]
    [InlineData("{\"prefix\": {\"equals-ignore-case\": \"EU-\"}}", "\"e\"", false)]
    [InlineData("{\"suffix\": \".png\"}", "\"a.png\"", true)]
    [InlineData("{\"suffix\": \".png\"}", "\"a.PNG\"", false)]
    [InlineData("{\"suffix\": {\"equals-ignore-case\": \".png\"}}", "\"a.PNG\"", true)]
    [InlineData("{\"suffix\": {\"equals-ignore-case\": \".png\"}}", "\"a.PNG2\"", false)]
    [InlineData("{\"equals-ignore-case\": \"ÄRGER\"}", "\"ärger\"", true)]
    [InlineData("{\"equals-ignore-case\": \"ⱥb\"}", "\"ȺB\"", true)]
    [InlineData("{\"equals-ignore-case\": \"straße\"}", "\"STRASSE\"", true)]
    [InlineData("{\"suffix\": {\"equals-ignore-case\": \"aß\"}}", "\"xASS\"", true)]
    [InlineData("{\"equals-ignore-case\": \"blue\"}", "\"blues\"", false)]
    [InlineData("{\"equals-ignore-case\": \"a😀\"}", "\"A😀\"", false)]
    [InlineData("{\"equals-ignore-case\": \"a😀\"}", "\"A??\"", true)]
    [InlineData("{\"equals-ignore-case\": \"1\"}", "1", false)]
    public void StringOperators_Value_MatchesAsDocumented(string test, string value, bool expected) => Check(test, value, expected);

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "abbbc", true)]
    [InlineData("a*c", "abcd", false)]
    [InlineData("*b*", "abc", true)]
    [InlineData("*ab*ab", "abab", true)]
    [InlineData("*ab*ab", "ab", false)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("*a*b*c*d*e*f*", "xaxbxcxdxexfx", true)]
    [InlineData("no star", "no star", true)]
    [InlineData("no star", "no star at all", false)]
    [InlineData("a\\\\*c", "a*c", true)]
    [InlineData("a\\\\*c", "abc", false)]
    [InlineData("a\\\\\\\\c", "a\\\\c", true)]
    public void Wildcard_Value_MatchesAsDocumented(string wildcard, string value, bool expected) =>
        Check($$"""{"wildcard": "{{wildcard}}"}""", $"\"{value}\"", expected);

    [Theory]
    [InlineData("\"=\", 5", "5.0", true)]
    [InlineData("\"=\", 5", "\"5\"", false)]
    [InlineData("\">\", 0", "0.000001", true)]
    [InlineData("\">\", 0", "0", false)]
    [InlineData("\">=\", 0", "0", true)]
    [InlineData("\"<\", 0", "-1e3", true)]
    [InlineData("\"<=\", -5", "-5", true)]
    [InlineData("\">\", 0, \"<=\", 5", "5", true)]
    [InlineData("\">\", 0, \"<=\", 5", "5.000001", false)]
    [InlineData("\">=\", 0, \"<\", 5", "5", false)]
    [InlineData("\">\", -500000000000", "500000000000", true)]
    // Out of range, or finer than six decimals: not comparable.
    [InlineData("\">\", 0", "500000000001", false)]
    [InlineData("\">\", 0", "0.0000001", false)]
    public void Numeric_Value_MatchesWithinBounds(string bounds, string value, bool expected) => Check($$"""{"numeric": [{{bounds}}]}""", value, expected);

    [Theory]
    [InlineData("10.0.0.0/24", "10.0.0.255", true)]
    [InlineData("10.0.0.0/24", "10.0.1.0", false)]
    [InlineData("10.0.0.77/24", "10.0.0.1", true)]
    [InlineData("10.0.0.0/24", "010.000.000.009", true)]
    [InlineData("10.0.0.0/24", "10.0.0.256", false)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("10.0.0.0/24", "not an address", false)]
    [InlineData("2001:db8::/32", "2001:0DB8:1::7", true)]
    [InlineData("2001:db8::/32", "2001:db9::", false)]
    [InlineData("::/0", "1.2.3.4", false)]
    [InlineData("1.2.3.0/24", "::ffff:0102:0304", true)]
    [InlineData("1.2.3.0/24/", "1.2.3.4", true)]
    [InlineData("::/0", "::", true)]
    [InlineData("::/0", "1:2:3:4:5:6:7:8", true)]
    [InlineData("::/0", "1:2:3:4:5:6:7", false)]
    [InlineData("::/0", "1:2:3:4:5:6:7:8:9", false)]
    [InlineData("::/0", "1::2::3", false)]
    [InlineData("::/0", "1:2:3:4::5:6:7:8", false)]
    [InlineData("::/0", ":1:2:3:4:5:6:7", false)]
    [InlineData("::/0", "12345::", false)]
    [InlineData("::/0", "::1%eth0", false)]
    [InlineData("fe80::/10", "FE80::1", true)]
    [InlineData("0.0.0.0/0", "1.2.3", false)]
    [InlineData("0.0.0.0/0", "1.2.3.4.5", false)]
    [InlineData("0.0.0.0/0", "1..2.3", false)]
    [InlineData("0.0.0.0/0", "", false)]
    public void Cidr_Address_MatchesWithinTheNetwork(string network, string address, bool expected) =>
        Check($$"""{"cidr": "{{network}}"}""", $"\"{address}\"", expected);

    // AWS's matcher turns a text into an address, if any test is of addresses and none of numbers, before it looks at other tests.
    [Theory]
    [InlineData("{\"cidr\": \"10.0.0.0/8\"}, {\"prefix\": \"192.\"}", "\"10.1.2.3\"", true)]
    [InlineData("{\"cidr\": \"10.0.0.0/8\"}, {\"prefix\": \"192.\"}", "\"192.168.0.1\"", false)]
    [InlineData("{\"cidr\": \"10.0.0.0/8\"}, {\"prefix\": \"192.\"}", "\"192.x\"", true)]
    [InlineData("{\"cidr\": \"10.0.0.0/8\"}, {\"anything-but\": \"1.2.3.4\"}", "\"1.2.3.4\"", true)]
    [InlineData("\"1.2.3.4\", {\"exists\": true}", "\"5.6.7.8\"", true)]
    [InlineData("\"1.2.3.4\", 5", "\"1.2.3.4\"", false)]
    [InlineData("\"1.2.3.4\", 5", "5", true)]
    [InlineData("\"1.2.3.4\", {\"exists\": false}", "\"1.2.3.4\"", true)]
    public void Addresses_BesideOtherTests_MatchAsForAws(string tests, string value, bool expected) => Check(tests, value, expected);

    [Fact]
    public void Exactly_Address_MatchesInAnyNotation() => Check("\"2001:db8::1\"", "\"2001:0db8:0:0:0:0:0:1\"", true);

    [Theory]
    [InlineData("\"a\"", "\"a\"", false)]
    [InlineData("\"a\"", "\"b\"", true)]
    [InlineData("\"a\"", "null", true)]
    [InlineData("\"a\"", "7", true)]
    [InlineData("[\"a\", \"b\"]", "\"b\"", false)]
    [InlineData("[\"a\", \"b\"]", "\"c\"", true)]
    [InlineData("[\"a\", \"b\"]", "[\"a\", \"c\"]", true)]
    [InlineData("[\"a\", \"b\"]", "[\"a\", \"b\"]", false)]
    [InlineData("5", "5.0", false)]
    [InlineData("5", "\"5\"", true)]
    [InlineData("[5, 6]", "7", true)]
    [InlineData("{\"prefix\": \"eu-\"}", "\"eu-west\"", false)]
    [InlineData("{\"prefix\": [\"eu-\", \"us-\"]}", "\"us-east\"", false)]
    [InlineData("{\"prefix\": [\"eu-\", \"us-\"]}", "\"ap-east\"", true)]
    [InlineData("{\"suffix\": \"st\"}", "\"west\"", false)]
    [InlineData("{\"wildcard\": \"*/lib/*\"}", "\"a/lib/b\"", false)]
    [InlineData("{\"wildcard\": [\"*.a\", \"*.b\"]}", "\"x.c\"", true)]
    [InlineData("{\"equals-ignore-case\": [\"A\", \"B\"]}", "\"b\"", false)]
    [InlineData("{\"equals-ignore-case\": \"A\"}", "true", true)]
    public void AnythingBut_Value_MatchesWhatIsNotExcluded(string excluded, string value, bool expected) =>
        Check($$"""{"anything-but": {{excluded}}}""", value, expected);

    [Fact]
    public void Alternatives_OneThatPasses_Matches() => Check("\"a\", {\"numeric\": [\">\", 3]}, {\"exists\": false}", "4", true);

    private static void Check(string test, string value, bool expected) =>
        PatternSteps.Matches($$"""{"f": [{{test}}]}""", $$"""{"f": {{value}}}""").ShouldBe(expected);
}
