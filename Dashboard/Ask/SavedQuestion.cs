using System.Reflection;

namespace Dashboard.Ask;

/// <summary>A question of the shelf: a file <c>Ask/Questions/*.sql</c> whose first line is a comment that asks it in plain words.</summary>
/// <param name="Key">What an address calls it: the file's name without its number.</param>
/// <param name="Title">In plain words.</param>
/// <param name="Sql">In SQL.</param>
internal sealed record SavedQuestion(string Key, string Title, string Sql)
{
    private const string Prefix = "Dashboard.Questions.";
    private const string Comment = "-- ";

    /// <summary>All, in the order of the files' names.</summary>
    public static IReadOnlyList<SavedQuestion> All { get; } =
    [
        .. typeof(SavedQuestion).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    /// <summary>The question of a key, or null.</summary>
    public static SavedQuestion? Find(string? key) => All.FirstOrDefault(question => question.Key == key);

    private static SavedQuestion Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
        var (title, sql) = text.IndexOf('\n', StringComparison.Ordinal) is var end and > 0 ? (text[..end], text[(end + 1)..]) : (text, "");
        var name = resource[Prefix.Length..];
        return new(name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..], title.StartsWith(Comment, StringComparison.Ordinal) ? title[Comment.Length..] : title, sql);
    }
}
