using LocalAws.CloudFormation.Templates;
using LocalAws.Protocol;

namespace LocalAws.Tests.CloudFormation.Templates;

public sealed class TemplateParameterTests
{
    [Theory]
    [InlineData("{Type: String, AllowedValues: ['true', 'false']}", "maybe", "Parameter 'P' must be one of AllowedValues")]
    [InlineData("{Type: String, AllowedValues: [true, false]}", "true", null)]
    [InlineData("{Type: String, AllowedPattern: '[a-z]+'}", "abc", null)]
    [InlineData("{Type: String, AllowedPattern: '[a-z]+'}", "abc1", "Parameter 'P' must match pattern [a-z]+")]
    [InlineData("{Type: String, AllowedPattern: '[a-z]+', ConstraintDescription: lower case only.}", "A", "Parameter P failed to satisfy constraint: lower case only.")]
    [InlineData("{Type: String, MinLength: 2}", "a", "Parameter 'P' must contain at least 2 characters")]
    [InlineData("{Type: String, MaxLength: 2}", "abc", "Parameter 'P' must contain at most 2 characters")]
    [InlineData("{Type: Number}", "ten", "Parameter 'P' must be a number.")]
    [InlineData("{Type: Number, MinValue: 2, MaxValue: 10}", "1", "Parameter 'P' must be a number not less than 2")]
    [InlineData("{Type: Number, MinValue: 2, MaxValue: 10}", "11", "Parameter 'P' must be a number not greater than 10")]
    [InlineData("{Type: CommaDelimitedList, AllowedValues: [a, b]}", "a, b", null)]
    [InlineData("{Type: CommaDelimitedList, AllowedValues: [a, b]}", "a, c", "Parameter 'P' must be one of AllowedValues")]
    public void Check_Value_IsTakenOrRefused(string definition, string value, string? refusal)
    {
        var template = Parse(definition);

        if (refusal is null)
        {
            Resolve(template, new GivenParameter("P", value, false))["P"].ShouldBe(value);
        }
        else
        {
            Should.Throw<AwsException>(() => Resolve(template, new GivenParameter("P", value, false))).Message.ShouldBe(refusal);
        }
    }

    [Fact]
    public void Resolve_GivenPreviousOrDefault_TakesTheFirstThatApplies()
    {
        var template = Parse("{Type: String, Default: d}");

        Resolve(template)["P"].ShouldBe("d");
        Resolve(template, new GivenParameter("P", "g", false))["P"].ShouldBe("g");
        Resolve(template, new GivenParameter("P", null, true))["P"].ShouldBe("previous");
    }

    [Fact]
    public void Resolve_MissingOrUnknown_IsRefused()
    {
        Should.Throw<AwsException>(() => Resolve(Parse("{Type: String}"))).Message.ShouldBe("Parameters: [P] must have values");
        Should.Throw<AwsException>(() => Resolve(Parse("{Type: String, Default: d}"), new GivenParameter("Q", "x", false))).Message
            .ShouldBe("Parameters: [Q] do not exist in the template");
    }

    private static Template Parse(string definition) => TemplateParser.Parse($"Parameters:\n  P: {definition}\nResources:\n  R: {{Type: X}}");

    private static Dictionary<string, string> Resolve(Template template, params GivenParameter[] given) =>
        ParameterValues.Resolve(template, given, new Dictionary<string, string> { ["P"] = "previous" });
}
