using System.Net.Sockets;
using System.Text;

namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>Sorts the tests of one field's conditions into the parts of a <see cref="ValueIndex"/>.</summary>
internal sealed class ValueIndexBuilder
{
    private readonly List<(byte[] Key, TrieHit Hit)> _forward = [];
    private readonly List<(byte[] Key, TrieHit Hit)> _backward = [];
    private readonly List<(byte[] Key, TrieHit Hit)> _inside = [];
    private readonly List<(byte[] Key, TrieHit Hit)> _forwardFolded = [];
    private readonly List<(byte[] Key, TrieHit Hit)> _backwardFolded = [];
    private readonly List<(UInt128 Low, UInt128 High, int Condition)> _numbers = [];
    private readonly List<(UInt128 Low, UInt128 High, int Condition)> _addressesV4 = [];
    private readonly List<(UInt128 Low, UInt128 High, int Condition)> _addressesV6 = [];
    private readonly Dictionary<string, List<int>> _literals = new() { ["true"] = [], ["false"] = [], ["null"] = [] };
    private readonly List<(ValueTest.Wildcard Wildcard, int Condition)> _wildcards = [];
    private readonly List<int> _any = [];
    private readonly List<int> _others = [];

    public void Add(Condition condition)
    {
        if (condition.MixesAddresses)
        {
            _others.Add(condition.Id);
            return;
        }

        foreach (var test in condition.Tests)
        {
            Add(test, condition.Id);
        }
    }

    public ValueIndex Build()
    {
        AddWildcards();
        return new ValueIndex
        {
            Forward = Trie(_forward),
            Backward = Trie(_backward),
            Inside = Trie(_inside),
            ForwardFolded = Trie(_forwardFolded),
            BackwardFolded = Trie(_backwardFolded),
            Numbers = Intervals(_numbers),
            AddressesV4 = Intervals(_addressesV4),
            AddressesV6 = Intervals(_addressesV6),
            OnTrue = [.. _literals["true"]],
            OnFalse = [.. _literals["false"]],
            OnNull = [.. _literals["null"]],
            OnAny = [.. _any],
            Others = [.. _others],
        };
    }

    private void Add(ValueTest test, int condition)
    {
        switch (test)
        {
            case ValueTest.Text text:
                _forward.Add((Utf8(text.Value), new TrieHit(condition, Whole: true, Certain: true)));
                break;
            case ValueTest.Prefix { IgnoreCase: false } prefix:
                _forward.Add((Utf8(prefix.Value), new TrieHit(condition, Whole: false, Certain: true)));
                break;
            case ValueTest.Suffix { IgnoreCase: false } suffix:
                _backward.Add((Reversed(Utf8(suffix.Value)), new TrieHit(condition, Whole: false, Certain: true)));
                break;
            case ValueTest.EqualsIgnoreCase equal:
                AddFolded(_forwardFolded, equal.Value, condition, whole: true);
                break;
            case ValueTest.Prefix prefix:
                AddFolded(_forwardFolded, prefix.Value, condition, whole: false);
                break;
            case ValueTest.Suffix suffix:
                AddFolded(_backwardFolded, Backward(suffix.Value), condition, whole: false);
                break;
            case ValueTest.Wildcard wildcard:
                _wildcards.Add((wildcard, condition));
                break;
            case ValueTest.Number { Value: { } number }:
                _numbers.Add((ValueIndex.Point(number), ValueIndex.Point(number), condition));
                break;
            case ValueTest.Range range:
                AddRange(range, condition);
                break;
            case ValueTest.Address address:
                AddAddresses(address.Addresses, condition);
                break;
            case ValueTest.Network network:
                AddAddresses(network.Addresses, condition);
                break;
            case ValueTest.Literal literal:
                _literals[literal.Spelling].Add(condition);
                break;
            case ValueTest.Exists:
                _any.Add(condition);
                break;
            case ValueTest.Absent:
                break;
            default:
                _others.Add(condition);
                break;
        }
    }

    /// <summary>Only the letters up to the first that is not ASCII are looked up: beyond those, two cases may differ in length.</summary>
    private static void AddFolded(List<(byte[] Key, TrieHit Hit)> entries, string text, int condition, bool whole)
    {
        var ascii = string.Concat(text.TakeWhile(char.IsAscii)).ToLowerInvariant();
        var complete = ascii.Length == text.Length;
        entries.Add((Utf8(ascii), new TrieHit(condition, whole && complete, Certain: complete)));
    }

    /// <summary>Of each wildcard, the part between stars is looked up that the fewest others have, and of those the longest.</summary>
    private void AddWildcards()
    {
        var uses = _wildcards.SelectMany(static entry => Parts(entry.Wildcard)).CountBy(static part => part).ToDictionary();
        foreach (var (wildcard, condition) in _wildcards)
        {
            var (place, text) = Parts(wildcard).OrderBy(part => uses[part]).ThenByDescending(static part => part.Text.Length).FirstOrDefault();
            var hit = new TrieHit(condition, Whole: false, Certain: false);
            switch (place)
            {
                case WildcardPlace.Nowhere:
                    _others.Add(condition);
                    break;
                case WildcardPlace.Start:
                    _forward.Add((Utf8(text), hit));
                    break;
                case WildcardPlace.End:
                    _backward.Add((Reversed(Utf8(text)), hit));
                    break;
                default:
                    _inside.Add((Utf8(text), hit));
                    break;
            }
        }
    }

    private static IEnumerable<(WildcardPlace Place, string Text)> Parts(ValueTest.Wildcard wildcard) => wildcard.Parts
        .Select((text, index) => (Place: Place(index, wildcard.Parts.Count - 1), Text: text))
        .Where(static part => part.Text.Length > 0);

    private static WildcardPlace Place(int index, int last) =>
        index == 0 ? WildcardPlace.Start : index == last ? WildcardPlace.End : WildcardPlace.Inside;

    private void AddRange(ValueTest.Range range, int condition)
    {
        var low = range.Low is { } least ? ValueIndex.Point(least) + (range.LowIncluded ? 0u : 1u) : 0;
        var high = range.High is { } most ? ValueIndex.Point(most) - (range.HighIncluded ? 0u : 1u) : UInt128.MaxValue;
        if (low <= high)
        {
            _numbers.Add((low, high, condition));
        }
    }

    private void AddAddresses(IpRange range, int condition) =>
        (range.Family == AddressFamily.InterNetwork ? _addressesV4 : _addressesV6).Add((range.First, range.Last, condition));

    private static ByteTrie? Trie(List<(byte[] Key, TrieHit Hit)> entries) => entries.Count == 0 ? null : ByteTrie.Of(entries);

    private static IntervalIndex? Intervals(List<(UInt128 Low, UInt128 High, int Condition)> intervals) =>
        intervals.Count == 0 ? null : new IntervalIndex(intervals);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Reversed(byte[] text)
    {
        Array.Reverse(text);
        return text;
    }

    private static string Backward(string text)
    {
        var letters = text.ToCharArray();
        Array.Reverse(letters);
        return new string(letters);
    }

    private enum WildcardPlace
    {
        Nowhere,
        Start,
        Inside,
        End,
    }
}
