namespace Aspire.Hosting.ApplicationModel;

/// <summary>The rule that names of resources and endpoints follow.</summary>
internal static class ResourceNames
{
    private const int Longest = 64;

    /// <summary>Refuses a name that breaks the rule.</summary>
    internal static void Check(string name, string kind = "resource")
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var valid = name.Length <= Longest
            && char.IsAsciiLetter(name[0])
            && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-')
            && !name.EndsWith('-')
            && !name.Contains("--", StringComparison.Ordinal);
        if (!valid)
        {
            throw new ArgumentException(
                $"'{name}' cannot name a {kind}: ASCII letters, digits and single hyphens, a letter first, no hyphen last, {Longest} characters at most.",
                nameof(name));
        }
    }

    /// <summary>The name as part of an environment variable's name.</summary>
    internal static string ForEnvironment(string name) =>
        string.Create(name.Length, name, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = char.IsAsciiLetterOrDigit(source[i]) ? char.ToUpperInvariant(source[i]) : '_';
            }
        });
}
