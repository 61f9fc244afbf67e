using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SlowApi.Keys;

namespace SlowApi.Tests.Keys;

public sealed class ApiKeysTests
{
    [Fact]
    public void Find_EachKey_IsItsPosition()
    {
        var keys = Read("first", "second", new string('x', 128));
        keys.Count.ShouldBe(3);
        keys.Find("first").ShouldBe(0);
        keys.Find("second").ShouldBe(1);
        keys.Find(new string('x', 128)).ShouldBe(2);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FIRST")]
    [InlineData("first ")]
    [InlineData("firs")]
    [InlineData("firsté")]
    [InlineData("first,second")]
    public void Find_AnotherText_IsNone(string? presented) => Read("first", "second").Find(presented).ShouldBeNull();

    [Fact]
    public void Find_VeryLongText_IsNone() => Read("first").Find(new string('x', 100_000)).ShouldBeNull();

    [Fact]
    public void Read_NoKey_SaysHowToGiveOne() =>
        Refuse().ShouldBe(["ApiKeys: must list at least one API key, as ApiKeys:0 (environment: ApiKeys__0)."]);

    [Fact]
    public void Read_KeysThatNobodyCouldPresent_NamesThemByPositionOnly()
    {
        var failures = Refuse("good", "", "with space", "sécret", new string('s', 129));
        failures.Select(failure => failure.Split(": ")[0]).ShouldBe(["ApiKeys:1", "ApiKeys:2", "ApiKeys:3", "ApiKeys:4"]);
        failures.ShouldAllBe(failure => !failure.Contains("sécret") && !failure.Contains("with space") && !failure.Contains("sss"));
    }

    [Fact]
    public void Read_OneKeyTwice_IsRefused() => Refuse("a", "b", "a").ShouldBe(["ApiKeys:0 and ApiKeys:2: are the same key; each is to be listed once."]);

    private static ApiKeys Read(params string[] keys) => ApiKeys.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(keys.Select((key, index) => KeyValuePair.Create($"ApiKeys:{index}", (string?)key)))
        .Build());

    private static IEnumerable<string> Refuse(params string[] keys) => Should.Throw<OptionsValidationException>(() => Read(keys)).Failures;
}
