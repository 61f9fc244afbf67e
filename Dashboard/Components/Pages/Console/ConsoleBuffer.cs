using Dashboard.Components.Pages.Console.Ansi;
using Dashboard.Resources;

namespace Dashboard.Components.Pages.Console;

/// <summary>The lines that a page holds of one resource: the newest, filtered, with what a search finds in them.</summary>
internal sealed class ConsoleBuffer(int capacity = ConsoleBuffer.DefaultCapacity)
{
    /// <summary>Lines that are held.</summary>
    public const int DefaultCapacity = 100_000;

    private readonly List<ConsoleRow> _all = [];
    private readonly List<ConsoleRow> _shown = [];
    private readonly List<int> _hits = [];
    private AnsiStyle _style;

    /// <summary>The lines that pass the filter.</summary>
    public IList<ConsoleRow> Shown => _shown;

    /// <summary>All lines.</summary>
    public IReadOnlyList<ConsoleRow> All => _all;

    /// <summary>The indices in <see cref="Shown"/> of the lines that hold what is searched for.</summary>
    public IReadOnlyList<int> Hits => _hits;

    /// <summary>How many were written: lines are numbered from 1, and older ones may have been let go, here or by the host.</summary>
    public long Written { get; private set; }

    /// <summary>Which lines are shown.</summary>
    public ConsoleStream Stream { get; private set; }

    /// <summary>What is searched for; empty: nothing.</summary>
    public string Search { get; private set; } = "";

    /// <summary>Adds lines; the oldest make room in large steps, so that their going costs little.</summary>
    public void Add(IReadOnlyList<ConsoleLine> lines)
    {
        foreach (var line in lines)
        {
            var read = AnsiParser.Parse(line.Text, _style);
            var row = new ConsoleRow(line, read.Text, _style);
            _style = read.End;
            _all.Add(row);
            Written = Math.Max(Written + 1, line.Number);
            Show(row);
        }

        if (_all.Count > capacity)
        {
            var surplus = _all.Count - (capacity - (capacity / 10));
            _all.RemoveRange(0, surplus);
            ShowAll();
        }
    }

    /// <summary>Shows other lines.</summary>
    public void Filter(ConsoleStream stream)
    {
        if (stream != Stream)
        {
            Stream = stream;
            ShowAll();
        }
    }

    /// <summary>Searches, without regard to case.</summary>
    public void Find(string search)
    {
        if (search != Search)
        {
            Search = search;
            ShowAll();
        }
    }

    private void ShowAll()
    {
        _shown.Clear();
        _hits.Clear();
        foreach (var row in _all)
        {
            Show(row);
        }
    }

    private void Show(ConsoleRow row)
    {
        if (Stream != ConsoleStream.All && row.Line.IsError != (Stream == ConsoleStream.Errors))
        {
            return;
        }

        if (Search.Length > 0 && row.Text.Contains(Search, StringComparison.OrdinalIgnoreCase))
        {
            _hits.Add(_shown.Count);
        }

        _shown.Add(row);
    }
}
