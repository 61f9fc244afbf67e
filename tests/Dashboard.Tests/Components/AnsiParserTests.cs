using CsCheck;
using Dashboard.Components.Pages.Console.Ansi;

namespace Dashboard.Tests.Components;

public sealed class AnsiParserTests
{
    private const string E = "\u001b";

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\tb", "a\tb")]
    [InlineData($"{E}[32minfo{E}[39m: done", "info: done")]
    [InlineData($"{E}[2K{E}[1Gagain", "again")]
    [InlineData($"{E}]0;title\u0007text", "text")]
    [InlineData($"{E}]8;;http://example.com{E}\\link{E}]8;;{E}\\", "link")]
    [InlineData($"{E}(Btext", "text")]
    [InlineData("10 %\r50 %\r100 %", "100 %")]
    [InlineData("ends\r", "ends")]
    [InlineData($"broken {E}[31", "broken ")]
    [InlineData($"broken {E}", "broken ")]
    [InlineData("\u009b31mred", "red")]
    [InlineData("bell\u0007\u0000\u0008", "bell")]
    public void Parse_Line_LeavesWhatIsRead(string line, string text) => AnsiParser.Parse(line, AnsiStyle.Plain).Text.ShouldBe(text);

    [Theory]
    [InlineData("31", "ansi-fg-1")]
    [InlineData("97", "ansi-fg-15")]
    [InlineData("44", "ansi-bg-4")]
    [InlineData("1;4;33", "ansi-fg-3 ansi-bold ansi-underline")]
    [InlineData("38;5;9", "ansi-fg-9")]
    [InlineData("38;5;196", "ansi-fg-9")]
    [InlineData("38;2;0;200;0", "ansi-fg-2")]
    [InlineData("48;2;0;0;230", "ansi-bg-4")]
    [InlineData("31;0", "")]
    [InlineData("1;22", "")]
    [InlineData("38;5", "")]
    [InlineData("38;2;1;2", "")]
    [InlineData("999;x", "")]
    public void Parse_Graphics_BecomeClasses(string parameters, string classes) =>
        AnsiParser.Parse($"{E}[{parameters}mx", AnsiStyle.Plain).Spans.ShouldHaveSingleItem().Style.CssClass.ShouldBe(classes);

    [Fact]
    public void Parse_Colour_LastsOverTheLinesEnd()
    {
        var first = AnsiParser.Parse($"plain {E}[31mred", AnsiStyle.Plain);
        var second = AnsiParser.Parse($"red too{E}[0m, plain", first.End);

        first.Spans.Select(span => span.Style.CssClass).ShouldBe(["", "ansi-fg-1"]);
        second.Spans.Select(span => span.Style.CssClass).ShouldBe(["ansi-fg-1", ""]);
    }

    [Fact]
    public void Parse_AnythingAtAll_NeverThrowsAndLeavesNoControlCharacter()
    {
        string[] sequences = [E, $"{E}[", $"{E}[3", $"{E}[1;31m", $"{E}]8;;", $"{E}\\", "\r", "\u009b", "<script>", ";", "m", "\u0007"];
        var pieces = Gen.OneOf(Gen.String, Gen.Int[0, sequences.Length - 1].Select(index => sequences[index]));
        pieces.Array[0, 30].Select(string.Concat).Sample(line =>
        {
            var read = AnsiParser.Parse(line, AnsiStyle.Plain);
            string.Concat(read.Spans.Select(span => span.Text)).ShouldBe(read.Text);
            read.Text.ShouldAllBe(character => character == '\t' || !char.IsControl(character));
            read.Spans.ShouldAllBe(span => span.Text.Length > 0 && span.Style.CssClass.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' || letter == ' '));
        });
    }

    [Fact]
    public void Parse_ColouredPieces_KeepTheirTextAndColour() =>
        Gen.Select(Gen.Int[0, 7], Gen.Char.AlphaNumeric.Array[1, 8].Select(letters => new string(letters))).Array[1, 10].Sample(pieces =>
        {
            var line = string.Concat(pieces.Select(piece => $"{E}[{30 + piece.Item1}m{piece.Item2}"));

            var coloured = AnsiParser.Parse(line, AnsiStyle.Plain).Spans.SelectMany(span => span.Text.Select(letter => (span.Style.Foreground, letter)));

            coloured.ShouldBe(pieces.SelectMany(piece => piece.Item2.Select(letter => ((int?)piece.Item1, letter))));
        });
}
