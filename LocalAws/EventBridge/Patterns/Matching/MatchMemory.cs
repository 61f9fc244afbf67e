namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>What a thread needs to match events, reused from event to event: marks of an earlier event are simply too old to count.</summary>
internal sealed class MatchMemory
{
    private uint[] _conditions = [];
    private uint[] _rules = [];
    private uint _run;

    public MatchMemory() => Search = new ClauseSearch(Reading);

    public EventReading Reading { get; } = new();

    public ClauseSearch Search { get; }

    /// <summary>The conditions that hold and have yet to be followed.</summary>
    public List<int> Held { get; } = [];

    /// <summary>The rules that match.</summary>
    public List<int> Matched { get; } = [];

    /// <summary>A mark of this run that says no; the next number says yes.</summary>
    public uint No => _run;

    public uint Yes => _run + 1;

    /// <summary>What is known of each condition.</summary>
    public Span<uint> Conditions => _conditions;

    /// <summary>Which rules have matched.</summary>
    public Span<uint> Rules => _rules;

    public void StartRun(int conditions, int rules)
    {
        Held.Clear();
        Matched.Clear();
        Grow(ref _conditions, conditions);
        Grow(ref _rules, rules);
        _run = unchecked(_run + 2);
        if (_run == 0)
        {
            Array.Clear(_conditions);
            Array.Clear(_rules);
            _run = 2;
        }
    }

    private static void Grow(ref uint[] marks, int length)
    {
        if (marks.Length < length)
        {
            marks = new uint[length];
        }
    }
}
