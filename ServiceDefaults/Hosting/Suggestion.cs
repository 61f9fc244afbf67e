namespace ServiceDefaults.Hosting;

/// <summary>What somebody who misspelt an option may have meant.</summary>
public static class Suggestion
{
    /// <summary>More slips than this make another word.</summary>
    private const int MaximumSlips = 2;

    /// <summary>A half-sentence that names the option, or only where to look.</summary>
    public static string For(string name, IEnumerable<string> options) =>
        Nearest(name, options) is { } option ? $"did you mean --{option}? See --help." : "see --help.";

    /// <summary>The option that was meant, capitals or not; null: none is near enough.</summary>
    public static string? Nearest(string name, IEnumerable<string> options)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        var nearest = options.Select(option => (Option: option, Slips: Slips(name.ToUpperInvariant(), option.ToUpperInvariant())))
            .OrderBy(static candidate => candidate.Slips).FirstOrDefault();
        return nearest.Slips <= MaximumSlips ? nearest.Option : null;
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
