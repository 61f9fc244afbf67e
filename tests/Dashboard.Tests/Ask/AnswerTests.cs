using System.Numerics;
using Dashboard.Ask;
using Dashboard.Components.Charts;
using Dashboard.Components.Pages.Ask;

namespace Dashboard.Tests.Ask;

public sealed class AnswerTests
{
    private static readonly DateTime Noon = new(2027, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly Answer Mixed = new(
        [new("name", ColumnKind.Text), new("at", ColumnKind.Time), new("n", ColumnKind.Number), new("m", ColumnKind.Number)],
        [["b, \"c\"", Noon.AddSeconds(1), 2.5, null], ["a", Noon, 1.0, 7.0]],
        false,
        TimeSpan.Zero);

    [Fact]
    public void Csv_OfAnyValue_IsReadAgain() => AnswerText.Csv(Mixed).ShouldBe(
        "name,at,n,m\r\n\"b, \"\"c\"\"\",2027-01-01T12:00:01Z,2.5,\r\na,2027-01-01T12:00:00Z,1,7\r\n");

    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("+x", "'+x")]
    [InlineData("-x", "'-x")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\r=x", "\"'\r=x\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("-5", "-5")]
    [InlineData("+1.5e3", "+1.5e3")]
    [InlineData("a=b", "a=b")]
    public void Csv_TextsThatWouldBeFormulas_AreTextsForASpreadsheet(string text, string cell) =>
        AnswerText.Csv(new([new(text, ColumnKind.Text), new("n", ColumnKind.Number)], [[text, -1.0]], false, TimeSpan.Zero))
            .ShouldBe($"{cell},n\r\n{cell},-1\r\n");

    [Theory]
    [InlineData(1234567, "1,234,567")]
    [InlineData(1234.56, "1,234.6")]
    [InlineData(0.123456, "0.12346")]
    [InlineData(-3, "-3")]
    public void Number_ForPeople_IsShort(double number, string expected) => AnswerText.Number(number).ShouldBe(expected);

    [Fact]
    public void Chart_NothingChosen_IsTheNumbersOverTheTime()
    {
        var choice = ChartChoice.Of(Mixed, null, "gone")!;

        (choice.X, choice.Y).ShouldSatisfyAllConditions(it => it.X.ShouldBe(1), it => it.Y.ShouldBe([2, 3]));
        var drawing = AnswerDrawing.Of(Mixed, choice, "t");
        drawing.Model.Axis.ShouldBe(ChartAxis.Time);
        drawing.Points.Select(point => point.Y).ShouldBe([1, 7, 2.5, null]);
    }

    [Fact]
    public void Chart_OverNames_IsBarsInTheAnswersOrder()
    {
        var drawing = AnswerDrawing.Of(Mixed, ChartChoice.Of(Mixed, "name", "n")!, "t");

        drawing.Model.Categories.ShouldBe(["b, \"c\"", "a"]);
        drawing.Model.Series.ShouldHaveSingleItem().Mark.ShouldBe(ChartMark.Bar);
        drawing.Points.Select(point => (point.X, point.Y)).ShouldBe([(0, 2.5), (1, 1)]);
    }

    [Fact]
    public void Chart_OfWholeNumbersOfAnySize_IsInTheirOrder()
    {
        var large = BigInteger.Pow(10, 18);
        var answer = new Answer([new("x", ColumnKind.Number), new("y", ColumnKind.Number)], [[large, 1.0], [3.0, large]], false, TimeSpan.Zero);

        AnswerDrawing.Of(answer, ChartChoice.Of(answer, "x", "y")!, "t").Points.Select(point => (point.X, point.Y)).ShouldBe([(3, 1e18), (1e18, 1)]);
    }

    [Fact]
    public void Chart_WithoutNumbersOrRows_IsNone()
    {
        ChartChoice.Of(new([new("a", ColumnKind.Text)], [["x"]], false, TimeSpan.Zero), null, null).ShouldBeNull();
        ChartChoice.Of(Mixed with { Rows = [] }, null, null).ShouldBeNull();
    }
}
