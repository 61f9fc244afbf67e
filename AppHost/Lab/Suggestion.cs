namespace AppHost.Lab;

/// <summary>What somebody who misspelt an option may have meant.</summary>
internal static class Suggestion
{
    /// <summary>More slips than this make another word.</summary>
    private const int MaximumSlips = 2;

    /// <summary>A half-sentence that names the option, or nothing.</summary>
    public static string For(string name, IEnumerable<string> options)
    {
        var nearest = options.Select(option => (Option: option, Slips: Slips(name.ToUpperInvariant(), option.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Slips).FirstOrDefault();
        return nearest.Option is not null && nearest.Slips <= MaximumSlips ? $"did you mean --{nearest.Option}? See --help." : "see --help.";
    }

    /// <summary>Letters to put in, take out or replace (Levenshtein).</summary>
    private static int Slips(string a, string b)
    {
        var before = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var now = new int[b.Length + 1];
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            before = now;
        }

        return before[^1];
    }
}
