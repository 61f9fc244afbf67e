using CsCheck;
using Dashboard.Components.Pages.Console;
using Dashboard.Components.Pages.Console.Ansi;
using Dashboard.Resources;

namespace Dashboard.Tests.Components;

public sealed class ConsoleBufferTests
{
    [Fact]
    public void Add_MoreThanItHolds_LetsTheOldestGoAndCountsThem()
    {
        var buffer = new ConsoleBuffer(capacity: 100);

        for (var number = 1; number <= 250; number++)
        {
            buffer.Add([new ConsoleLine(number, $"line {number}", IsError: false)]);
        }

        buffer.All.Count.ShouldBeInRange(90, 100);
        buffer.Written.ShouldBe(250);
        buffer.All[^1].Text.ShouldBe("line 250");
        buffer.Shown.Count.ShouldBe(buffer.All.Count);
    }

    [Fact]
    public void Add_LinesThatBeginLate_CountsThoseThatTheHostNoLongerHad()
    {
        var buffer = new ConsoleBuffer();

        buffer.Add([new ConsoleLine(8_001, "line", IsError: false), new ConsoleLine(8_002, "line", IsError: false)]);

        (buffer.All.Count, buffer.Written).ShouldBe((2, 8_002));
    }

    [Fact]
    public void Filter_Errors_ShowsThemAloneAndLaterOnesToo()
    {
        var buffer = new ConsoleBuffer();
        buffer.Add([new(1, "out", false), new(2, "error", true)]);

        buffer.Filter(ConsoleStream.Errors);
        buffer.Add([new(3, "out", false), new(4, "worse", true)]);

        buffer.Shown.Select(row => row.Line.Number).ShouldBe([2, 4]);
    }

    [Fact]
    public void Find_Text_NumbersTheShownLinesThatHoldIt()
    {
        var buffer = new ConsoleBuffer();
        buffer.Add([new(1, "an Order", false), new(2, "nothing", false), new(3, "\u001b[31mor\u001b[32mder", false)]);

        buffer.Find("order");
        buffer.Add([new(4, "reORDER", false)]);

        buffer.Hits.ShouldBe([0, 2, 3]);
    }

    [Fact]
    public void Mark_AnySearch_CutsTheTextAndLosesNothing()
    {
        var words = Gen.Char["aAbB"].Array[1, 6].Select(letters => new string(letters));
        Gen.Select(words.Array[0, 6], Gen.Char["ab"].Array[1, 3].Select(letters => new string(letters))).Sample((parts, search) =>
        {
            AnsiSpan[] spans = [.. parts.Select((part, index) => new AnsiSpan(part, new AnsiStyle { Foreground = index % 8 }))];
            var text = string.Concat(parts);

            var marked = HitMarks.Mark(spans, search);

            string.Concat(marked.Select(span => span.Text)).ShouldBe(text);
            string.Concat(marked.Select(span => new string(span.IsHit ? 'x' : '.', span.Text.Length))).ShouldBe(Expected(text, search));
        });
    }

    private static string Expected(string text, string search)
    {
        var marks = new string('.', text.Length).ToCharArray();
        for (var at = text.IndexOf(search, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(search, at + search.Length, StringComparison.OrdinalIgnoreCase))
        {
            marks.AsSpan(at, search.Length).Fill('x');
        }

        return new(marks);
    }
}
