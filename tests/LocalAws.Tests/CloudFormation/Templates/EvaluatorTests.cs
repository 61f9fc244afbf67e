using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.Tests.CloudFormation.Templates;

public sealed class EvaluatorTests
{
    private const string Template = """
        Parameters:
          Name: { Type: String }
          Size: { Type: Number }
          List: { Type: CommaDelimitedList }
        Mappings:
          Sizes: { small: { cpu: 1 } }
        Conditions:
          IsBig: !Equals [!Ref Size, 100]
          IsNotBig: !Not [!Condition IsBig]
          Never: !And [!Condition IsBig, !Condition IsNotBig]
          Always: !Or [!Condition IsBig, !Condition IsNotBig]
        Resources:
          Bus: { Type: AWS::Events::EventBus, Properties: { Name: x } }
        """;

    [Theory]
    [InlineData("!Ref Name", "\"n\"")]
    [InlineData("!Ref List", """["a","b"]""")]
    [InlineData("!Ref Bus", "\"<Bus.>\"")]
    [InlineData("!GetAtt Bus.Arn", "\"<Bus.Arn>\"")]
    [InlineData("!Ref AWS::Region", "\"eu-west-1\"")]
    [InlineData("!Sub '${AWS::StackName}/${Name}/${Bus.Arn}/${!Literal}/$x'", "\"stack/n/<Bus.Arn>/${Literal}/$x\"")]
    [InlineData("!Sub ['${a}-${Name}', {a: !Ref Size}]", "\"100-n\"")]
    [InlineData("!Sub 'arn:${AWS::Partition}:${AWS::AccountId}:${AWS::URLSuffix}'", "\"arn:aws:000000000000:amazonaws.com\"")]
    [InlineData("!Join ['/', [a, !Ref Name, 5]]", "\"a/n/5\"")]
    [InlineData("!Join [',', !Ref List]", "\"a,b\"")]
    [InlineData("!Select [1, !Split [':', 'a:b:c']]", "\"b\"")]
    [InlineData("!Select ['1', !Ref List]", "\"b\"")]
    [InlineData("!FindInMap [Sizes, small, cpu]", "1")]
    [InlineData("!Base64 hello", "\"aGVsbG8=\"")]
    [InlineData("!If [IsBig, {a: 1}, 2]", """{"a":1}""")]
    [InlineData("!If [IsNotBig, 1, 2]", "2")]
    [InlineData("!If [Never, 1, 2]", "2")]
    [InlineData("!If [Always, 1, 2]", "1")]
    [InlineData("{a: 1, b: !Ref AWS::NoValue}", """{"a":1}""")]
    [InlineData("[1, !If [IsBig, !Ref AWS::NoValue, 2], 3]", "[1,3]")]
    [InlineData("{Ref: Name, Other: 1}", """{"Ref":"Name","Other":1}""")]
    public void Evaluate_Function_GivesItsValue(string yaml, string json)
    {
        var node = TemplateText.Read($"a: {yaml}")["a"];

        Evaluator().Evaluate(node)!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe(json);
    }

    [Theory]
    [InlineData("!Select [2, [a]]", "Template error: Fn::Select cannot select nonexistent value at index 2")]
    [InlineData("!Join [a]", "Template error: every Fn::Join object requires two parameters")]
    [InlineData("!If [IsBig, 1]", "Template error: Fn::If requires a list argument with two elements and a condition")]
    [InlineData("!If [Nope, 1, 2]", "Template format error: Unresolved condition dependency Nope in the Resources block of the template")]
    [InlineData("!FindInMap [Sizes, large, cpu]", "Template error: Unable to get mapping for Sizes::large::cpu")]
    [InlineData("!ImportValue x", "No export named x found.")]
    [InlineData("!Sub 'a ${List}'", "Template error: Fn::Sub cannot put List into a string")]
    public void Evaluate_Malformed_IsRefused(string yaml, string message) =>
        Should.Throw<AwsException>(() => Evaluator().Evaluate(TemplateText.Read($"a: {yaml}")["a"])).Message.ShouldStartWith(message);

    [Fact]
    public void Conditions_InACircle_AreRefused()
    {
        var template = TemplateParser.Parse(Template.Replace("IsBig: !Equals [!Ref Size, 100]", "IsBig: !Not [!Condition IsNotBig]", StringComparison.Ordinal));

        Should.Throw<AwsException>(() => Evaluator(template).Holds("IsBig")).Message.ShouldStartWith("Template format error: Found circular condition dependency");
    }

    [Fact]
    public void Condition_OnAResource_IsRefused()
    {
        var template = TemplateParser.Parse(Template.Replace("!Equals [!Ref Size, 100]", "!Equals [!Ref Bus, 100]", StringComparison.Ordinal));

        Should.Throw<AwsException>(() => Evaluator(template).Holds("IsBig")).Message
            .ShouldBe("Template format error: Unresolved dependencies [Bus]. Cannot reference resources in the Conditions block of the template");
    }

    private static Evaluator Evaluator(Template? template = null) => new(new TemplateScope(
        template ?? TemplateParser.Parse(Template),
        new AwsScope("000000000000", "eu-west-1"),
        "stack",
        "arn:stack",
        new Dictionary<string, string> { ["Name"] = "n", ["Size"] = "100", ["List"] = "a, b" },
        static reference => reference.Name == "Bus" ? $"<{reference.Name}.{reference.Attribute}>" : null));
}
