using System.Globalization;

namespace Dashboard.Telemetry;

/// <summary>Questions to a few attributes.</summary>
internal static class TagList
{
    /// <summary>The value under <paramref name="key"/> as text; null if there is none.</summary>
    public static string? Find(this IReadOnlyList<Tag> tags, string key)
    {
        for (var i = 0; i < tags.Count; i++)
        {
            if (string.Equals(tags[i].Key, key, StringComparison.Ordinal))
            {
                return Text(tags[i].Value);
            }
        }

        return null;
    }

    /// <summary>One text for one set of attributes, in whatever order they came.</summary>
    public static string Canonical(IReadOnlyList<Tag> tags) => tags.Count switch
    {
        0 => "",
        1 => $"{tags[0].Key}={Text(tags[0].Value)}",
        _ => string.Join('\n', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={Text(tag.Value)}")),
    };

    private static string? Text(object? value) => value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture);
}
