using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace LocalAws.Protocol;

/// <summary>The parameters of a Query call.</summary>
internal sealed class QueryParameters(IReadOnlyDictionary<string, StringValues> values)
{
    /// <summary>The value of <paramref name="name"/>, or null.</summary>
    public string? Find(string name) => values.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The value of <paramref name="name"/>.</summary>
    /// <exception cref="AwsException">It is missing: <c>MissingParameter</c>.</exception>
    public string Require(string name) =>
        Find(name) ?? throw new AwsException("MissingParameter", $"The request must contain the parameter {name}.");

    /// <summary>
    /// The members of a list, <c>{name}.member.1</c>, <c>{name}.member.2</c>, …; <paramref name="field"/> picks a field of each.
    /// </summary>
    public IEnumerable<string?> Members(string name, string? field = null)
    {
        for (var index = 1; ; index++)
        {
            var prefix = $"{name}.member.{index}";
            if (!values.Keys.Any(key => key == prefix || key.StartsWith(prefix + ".", StringComparison.Ordinal)))
            {
                yield break;
            }

            yield return Find(field is null ? prefix : $"{prefix}.{field}");
        }
    }

    /// <summary>
    /// The members of a flat list, <c>{name}.1.…</c>, <c>{name}.2.…</c>, … in the order of their numbers, each as
    /// parameters of its own. Of a plain value, <c>{name}.1</c>, the name is empty.
    /// </summary>
    public IEnumerable<QueryParameters> Items(string name)
    {
        var items = new SortedDictionary<int, Dictionary<string, StringValues>>();
        foreach (var (key, value) in values)
        {
            if (!key.StartsWith(name, StringComparison.Ordinal) || key.Length == name.Length || key[name.Length] != '.')
            {
                continue;
            }

            var rest = key[(name.Length + 1)..].Split('.', 2);
            if (int.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (!items.TryGetValue(number, out var item))
                {
                    items[number] = item = new Dictionary<string, StringValues>(StringComparer.Ordinal);
                }

                item[rest.Length > 1 ? rest[1] : ""] = value;
            }
        }

        return items.Values.Select(static item => new QueryParameters(item));
    }

    /// <summary>The value of <paramref name="name"/> as a whole number, or null.</summary>
    /// <exception cref="AwsException">It is not one.</exception>
    public int? FindNumber(string name) => Find(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw new AwsException("MalformedInput", $"The parameter {name} must be a whole number, not '{text}'."),
    };
}
