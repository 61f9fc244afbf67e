using System.Net.Sockets;
using System.Text.Json;

namespace LocalAws.EventBridge.Patterns.Matching;

/// <summary>Which of one field's conditions a value meets, found by walking the value once and not condition by condition.</summary>
internal sealed class ValueIndex
{
    /// <summary>Where the least number lies among the points of <see cref="Numbers"/>, so that none is negative.</summary>
    private const long LeastNumber = long.MinValue;

    /// <summary>Texts, prefixes and the like, from the first byte on.</summary>
    public ByteTrie? Forward { get; init; }

    /// <summary>Suffixes and the like, from the last byte on.</summary>
    public ByteTrie? Backward { get; init; }

    /// <summary>What stands anywhere in a text.</summary>
    public ByteTrie? Inside { get; init; }

    /// <summary>As <see cref="Forward"/>, of the text in lower case.</summary>
    public ByteTrie? ForwardFolded { get; init; }

    /// <summary>As <see cref="Backward"/>, of the text in lower case.</summary>
    public ByteTrie? BackwardFolded { get; init; }

    public IntervalIndex? Numbers { get; init; }

    public IntervalIndex? AddressesV4 { get; init; }

    public IntervalIndex? AddressesV6 { get; init; }

    public int[] OnTrue { get; init; } = [];

    public int[] OnFalse { get; init; } = [];

    public int[] OnNull { get; init; } = [];

    /// <summary>Conditions that any value meets.</summary>
    public int[] OnAny { get; init; } = [];

    /// <summary>Conditions that have to be tested one by one.</summary>
    public int[] Others { get; init; } = [];

    /// <summary>How much memory it takes, in bytes.</summary>
    public long Bytes =>
        (Forward?.Bytes ?? 0) + (Backward?.Bytes ?? 0) + (Inside?.Bytes ?? 0) + (ForwardFolded?.Bytes ?? 0) + (BackwardFolded?.Bytes ?? 0)
        + (Numbers?.Bytes ?? 0) + (AddressesV4?.Bytes ?? 0) + (AddressesV6?.Bytes ?? 0)
        + ((OnTrue.Length + OnFalse.Length + OnNull.Length + OnAny.Length + Others.Length) * 4L);

    public static UInt128 Point(ComparableNumber number) => (UInt128)((Int128)number.Millionths - LeastNumber);

    /// <summary>Tells <paramref name="run"/> of each condition that the value meets or may meet.</summary>
    public void Collect(in EventValue value, in MatchRun run)
    {
        run.Hold(OnAny);
        switch (value.Kind)
        {
            case JsonTokenType.String:
                Collect(value.Text, run);
                break;
            case JsonTokenType.Number when value.Number is { } number && Numbers is not null:
                Collect(Numbers, Point(number), run);
                break;
            case JsonTokenType.True:
                run.Hold(OnTrue);
                break;
            case JsonTokenType.False:
                run.Hold(OnFalse);
                break;
            case JsonTokenType.Null:
                run.Hold(OnNull);
                break;
        }

        foreach (var condition in Others)
        {
            run.Test(condition);
        }
    }

    private void Collect(ReadOnlySpan<byte> text, in MatchRun run)
    {
        Walk(Forward, text, backward: false, folded: false, run);
        Walk(Backward, text, backward: true, folded: false, run);
        for (var start = 0; Inside is not null && start < text.Length; start++)
        {
            Walk(Inside, text[start..], backward: false, folded: false, run);
        }

        Walk(ForwardFolded, text, backward: false, folded: true, run);
        Walk(BackwardFolded, text, backward: true, folded: true, run);
        if ((AddressesV4 ?? AddressesV6) is not null && IpAddressText.TryParse(text, out var family, out var address)
            && (family == AddressFamily.InterNetwork ? AddressesV4 : AddressesV6) is { } addresses)
        {
            Collect(addresses, address, run);
        }
    }

    private static void Collect(IntervalIndex intervals, UInt128 point, in MatchRun run)
    {
        var found = intervals.Find(point);
        while (found.Next(out var conditions))
        {
            run.Hold(conditions);
        }
    }

    private static void Walk(ByteTrie? trie, ReadOnlySpan<byte> text, bool backward, bool folded, in MatchRun run)
    {
        if (trie is null)
        {
            return;
        }

        var state = ByteTrie.Root;
        for (var index = 0; ; index++)
        {
            foreach (var hit in trie.Hits(state))
            {
                if (!hit.Whole || index == text.Length)
                {
                    if (hit.Certain)
                    {
                        run.Hold(hit.Condition);
                    }
                    else
                    {
                        run.Test(hit.Condition);
                    }
                }
            }

            if (index == text.Length)
            {
                return;
            }

            var letter = text[backward ? text.Length - 1 - index : index];
            state = trie.Next(state, folded && letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter);
            if (state == ByteTrie.None)
            {
                return;
            }
        }
    }
}
