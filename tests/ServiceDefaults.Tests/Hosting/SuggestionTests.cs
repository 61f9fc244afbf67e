using ServiceDefaults.Hosting;

namespace ServiceDefaults.Tests.Hosting;

public class SuggestionTests
{
    private static readonly string[] Options = ["target", "speed", "report"];

    [Theory]
    [InlineData("traget", "did you mean --target? See --help.")]
    [InlineData("TARGET", "did you mean --target? See --help.")]
    [InlineData("spd", "did you mean --speed? See --help.")]
    [InlineData("loud", "see --help.")]
    public void For_Name_NamesWhatIsNearEnough(string name, string text) => Suggestion.For(name, Options).ShouldBe(text);

    [Fact]
    public void Nearest_NoOptions_IsNone() => Suggestion.Nearest("a", []).ShouldBeNull();
}
