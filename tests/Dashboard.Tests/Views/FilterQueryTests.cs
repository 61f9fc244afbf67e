using CsCheck;
using Dashboard.Views;
using Dashboard.Views.Filters;

namespace Dashboard.Tests.Views;

public sealed class FilterQueryTests
{
    private static readonly HashSet<string> Keys = ["resource", "status", "duration"];

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.String[Gen.Char["ab.1:=!<>\"\\ \tä"], 1, 8],
        Gen.OneOf("http://x/y?z=1", "a \"quoted\" word", "\\", "attr.", "resource"));

    private static readonly Gen<FilterTerm> Term = Gen.OneOf(
        Word.Select(FilterTerm.Text),
        Gen.Select(Word, Word, (key, value) => FilterTerm.OfAttribute(key, value)),
        Gen.Select(Gen.OneOf("resource", "status", "duration"), Gen.Enum<FilterOperator>(), Word, (key, comparison, value) => new FilterTerm(key, comparison, value)));

    [Fact]
    public void Parse_WhatWasWritten_IsTheSameAgain() =>
        Term.List[0, 6].Sample(terms =>
        {
            var query = new FilterQuery(terms);
            FilterQuery.Parse(query.ToString(), Keys).ShouldBe(query);
        });

    [Fact]
    public void Parse_AnythingTyped_IsReadOrRefusedInWords() =>
        Gen.String[Gen.Char["ab:=!<>\"\\ ."], 0, 20].Sample(text =>
        {
            try
            {
                FilterQuery.Parse(text, Keys).Terms.Count.ShouldBeLessThanOrEqualTo(text.Length);
            }
            catch (FilterException refusal)
            {
                refusal.Message.ShouldNotBeEmpty();
            }
        });

    [Fact]
    public void Parse_AllAtOnce_TellsThemApart() =>
        FilterQuery.Parse("resource:worker duration>=2s attr.faas.trigger=pubsub status!=ok refused \"two words\"", Keys).Terms.ShouldBe(
        [
            new("resource", FilterOperator.Is, "worker"),
            new("duration", FilterOperator.AtLeast, "2s"),
            new("attr.faas.trigger", FilterOperator.Is, "pubsub"),
            new("status", FilterOperator.IsNot, "ok"),
            FilterTerm.Text("refused"),
            FilterTerm.Text("two words"),
        ]);

    [Theory]
    [InlineData("colour:red", "colour")]
    [InlineData("resource:", "missing after")]
    [InlineData("=red", "missing before")]
    [InlineData("\"red", "not closed")]
    [InlineData("attr.=red", "name of an attribute")]
    [InlineData("a!b", "before \"=\"")]
    public void Parse_Unreadable_SaysWhat(string text, string expected) =>
        Should.Throw<FilterException>(() => FilterQuery.Parse(text, Keys)).Message.ShouldContain(expected);

    [Fact]
    public void With_AnotherValue_TakesThePlaceOfTheOld() =>
        FilterQuery.Parse("resource:a red", Keys).With("resource", "b").ToString().ShouldBe("red resource:b");

    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("250", 250)]
    [InlineData("1.5 s", 1_500)]
    [InlineData("2min", 120_000)]
    [InlineData("2m", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("80us", 0.08)]
    public void Duration_Typed_IsRead(string text, double milliseconds)
    {
        DurationReader.TryParse(text, out var duration).ShouldBeTrue();
        duration.TotalMilliseconds.ShouldBe(milliseconds, 1e-6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("-1s")]
    [InlineData("1e3")]
    [InlineData("9999999h")]
    public void Duration_Unreadable_IsRefused(string text) => DurationReader.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Duration_Written_IsReadAgainExactly() =>
        Gen.Long[0, TimeSpan.TicksPerDay * 300].Sample(ticks =>
        {
            DurationReader.TryParse(DurationReader.Write(TimeSpan.FromTicks(ticks)), out var read).ShouldBeTrue();
            Math.Abs(read.Ticks - ticks).ShouldBeLessThanOrEqualTo(1);
        });
}
