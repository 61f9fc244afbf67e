using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.Tests.CloudFormation.Templates;

public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("!Ref X", """{"Ref":"X"}""")]
    [InlineData("!GetAtt X.Arn", """{"Fn::GetAtt":["X","Arn"]}""")]
    [InlineData("!GetAtt X.Outputs.Y", """{"Fn::GetAtt":["X","Outputs.Y"]}""")]
    [InlineData("!GetAtt [X, Arn]", """{"Fn::GetAtt":["X","Arn"]}""")]
    [InlineData("!Sub 'a ${X}'", """{"Fn::Sub":"a ${X}"}""")]
    [InlineData("!Join ['-', [a, !Ref B]]", """{"Fn::Join":["-",["a",{"Ref":"B"}]]}""")]
    [InlineData("!If [C, 1, !Ref AWS::NoValue]", """{"Fn::If":["C",1,{"Ref":"AWS::NoValue"}]}""")]
    [InlineData("!Not [!Equals [a, b]]", """{"Fn::Not":[{"Fn::Equals":["a","b"]}]}""")]
    [InlineData("!And [!Condition A, !Or [!Condition B, !Condition C]]", """{"Fn::And":[{"Condition":"A"},{"Fn::Or":[{"Condition":"B"},{"Condition":"C"}]}]}""")]
    [InlineData("!Select [0, !Split [',', 'a,b']]", """{"Fn::Select":[0,{"Fn::Split":[",","a,b"]}]}""")]
    [InlineData("Fn::Sub: text", """{"Fn::Sub":"text"}""")]
    public void Read_ShortForm_IsTheLongForm(string yaml, string json) => Value(yaml).ShouldBe(json);

    [Theory]
    [InlineData("150", "150")]
    [InlineData("'150'", "\"150\"")]
    [InlineData("000000000000", "\"000000000000\"")]
    [InlineData("1.5", "1.5")]
    [InlineData("true", "true")]
    [InlineData("'true'", "\"true\"")]
    [InlineData("2012-10-17", "\"2012-10-17\"")]
    [InlineData("yes", "\"yes\"")]
    public void Read_Scalar_KeepsItsMeaning(string yaml, string json) => Value(yaml).ShouldBe(json);

    [Theory]
    [InlineData("a: [1", "Template format error: YAML not well-formed. (line 2, column 1)")]
    [InlineData("a: 1\na: 2", "Template format error: Duplicate key a (line 2, column 1)")]
    [InlineData("a: &x 1\nb: *x", "Template error: YAML aliases are not allowed in CloudFormation templates")]
    [InlineData("a: !Nonsense 1", "Template format error: unknown tag !Nonsense (line 1, column 4)")]
    [InlineData("a: {b: }", "Template format error: [/a/b] 'null' values are not allowed in templates")]
    [InlineData("just text", "Template format error: unsupported structure.")]
    [InlineData("", "Template format error: [/] 'null' values are not allowed in templates")]
    [InlineData("{\"a\": 1,}", "Template format error: JSON not well-formed. (line 1, column 9)")]
    [InlineData("{\"a\": 1, \"a\": 2}", "Template format error: [] has a key twice")]
    public void Read_Malformed_SaysWhere(string text, string message) =>
        Should.Throw<AwsException>(() => TemplateText.Read(text)).Message.ShouldBe(message);

    [Fact]
    public void Read_VeryDeep_IsRefused() =>
        Should.Throw<AwsException>(() => TemplateText.Read($"a: {new string('[', 200)}{new string(']', 200)}")).Message.ShouldContain("nests deeper than 64 levels");

    private static string Value(string yaml)
    {
        var text = yaml.StartsWith("Fn::", StringComparison.Ordinal) ? $"a:\n  {yaml}" : $"a: {yaml}";
        return TemplateText.Read(text)["a"]!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
