using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Scenarios.Settings;

namespace Scenarios.Tests.Settings;

public class SettingsReaderTests
{
    [Fact]
    public void Read_Nothing_GivesTheDefaults() => Read().ShouldBe(new Sample());

    [Fact]
    public void Read_EveryKind_IsBound() =>
        Read(
            ("Flag", "TRUE"), ("colour", "green"), ("Count", "+10"), ("Free", "-3"), ("Share", "2.5"), ("Maybe", "1e2"),
            ("Word", "xy"), ("Text", "anything at all"), ("Group:Low", "10"))
        .ShouldBe(new Sample
        {
            Flag = true,
            Colour = Colour.Green,
            Count = 10,
            Free = -3,
            Share = 2.5,
            Maybe = 100,
            Word = "xy",
            Text = "anything at all",
            Group = new SampleGroup { Low = 10 },
        });

    [Theory]
    [InlineData("Flag", "yes", "Flag = \"yes\": must be true or false.")]
    [InlineData("Flag", "", "Flag = \"\": must be true or false.")]
    [InlineData("Colour", "Blue", "Colour = \"Blue\": must be one of Red, Green.")]
    [InlineData("Colour", "1", "Colour = \"1\": must be one of Red, Green.")]
    [InlineData("Count", "0", "Count = \"0\": must be a whole number from 1 to 10.")]
    [InlineData("Count", "11", "Count = \"11\": must be a whole number from 1 to 10.")]
    [InlineData("Count", "5.0", "Count = \"5.0\": must be a whole number from 1 to 10.")]
    [InlineData("Count", "0x5", "Count = \"0x5\": must be a whole number from 1 to 10.")]
    [InlineData("Count", "five", "Count = \"five\": must be a whole number from 1 to 10.")]
    [InlineData("Count", "99999999999", "Count = \"99999999999\": must be a whole number from 1 to 10.")]
    [InlineData("count", "0", "Count = \"0\": must be a whole number from 1 to 10.")]
    [InlineData("Free", "x", "Free = \"x\": must be a whole number.")]
    [InlineData("Share", "0.49", "Share = \"0.49\": must be a number from 0.5 to 2.5.")]
    [InlineData("Share", "NaN", "Share = \"NaN\": must be a number from 0.5 to 2.5.")]
    [InlineData("Share", "Infinity", "Share = \"Infinity\": must be a number from 0.5 to 2.5.")]
    [InlineData("Share", "1,5", "Share = \"1,5\": must be a number from 0.5 to 2.5.")]
    [InlineData("Share", "", "Share = \"\": must be a number from 0.5 to 2.5.")]
    [InlineData("Maybe", "perhaps", "Maybe = \"perhaps\": must be a number.")]
    [InlineData("Word", "", "Word = \"\": must be 1 to 3 small letters.")]
    [InlineData("Word", "abcd", "Word = \"abcd\": must be 1 to 3 small letters.")]
    [InlineData("Word", "ab\n", "Word = \"ab\n\": must be 1 to 3 small letters.")]
    [InlineData("Text", null, "Text: must be a text, not null.")]
    [InlineData("Count:Deeper", "1", "Count: must be a whole number from 1 to 10, not a group.")]
    [InlineData("Group", "5", "Group = \"5\": must be a group with Low, High.")]
    [InlineData("Group:Middle", "5", "Group:Middle: no such setting; known here: High, Low.")]
    [InlineData("Group:High", "x", "Group:High = \"x\": must be a whole number.")]
    [InlineData("Group:Low", "11", "Group:Low = \"11\": must be at most High, 10.")]
    public void Read_BadSetting_NamesKeyValueAndWhatIsAllowed(string key, string? value, string message) =>
        Should.Throw<OptionsValidationException>(() => Read((key, value))).Failures.ShouldBe([message]);

    [Fact]
    public void Read_SeveralBadSettings_TellsAll() =>
        Should.Throw<OptionsValidationException>(() => Read(("Count", "0"), ("Flag", "x"), ("Group:High", "y"))).Failures.Count().ShouldBe(3);

    [Fact]
    public void Read_UnknownKeyOnTheTopLevel_IsSomebodyElses() => Read(("Logging", "x")).ShouldBe(new Sample());

    [Fact]
    public void Read_UnknownKeyOnTheTopLevelStrictly_IsRefused() =>
        Should.Throw<OptionsValidationException>(() => SettingsReader.Read<Sample>(From(("Cuont", "5")), strict: true))
            .Failures.ShouldHaveSingleItem().ShouldStartWith("Cuont: no such setting; known here: Colour, Count, ");

    private static Sample Read(params (string Key, string? Value)[] values) => SettingsReader.Read<Sample>(From(values));

    private static IConfigurationRoot From(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();
}
