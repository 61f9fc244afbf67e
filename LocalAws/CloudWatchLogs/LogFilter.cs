namespace LocalAws.CloudWatchLogs;

/// <summary>
/// A filter pattern of terms: all plain terms are in the message, or any of those with a question mark, and none of those
/// with a minus. Source: CloudWatch Logs User Guide, "Filter pattern syntax", "unstructured log events".
/// </summary>
internal sealed class LogFilter
{
    private readonly List<string> _all = [];
    private readonly List<string> _any = [];
    private readonly List<string> _none = [];

    /// <exception cref="Protocol.AwsException">It is a pattern of another kind.</exception>
    public LogFilter(string? pattern)
    {
        var rest = (pattern ?? "").AsSpan().Trim();
        if (rest is ['{' or '[' or '%', ..])
        {
            throw LogErrors.Invalid("Only filter patterns of terms are understood here, none for JSON, for fields or with %.");
        }

        while (!rest.IsEmpty)
        {
            var terms = rest[0] switch { '?' => _any, '-' => _none, _ => _all };
            rest = terms == _all ? rest : rest[1..];
            var isQuoted = rest is ['"', ..] && rest[1..].Contains('"');
            var end = isQuoted ? rest[1..].IndexOf('"') + 2 : rest.IndexOf(' ');
            end = end < 0 ? rest.Length : end;
            if ((isQuoted ? rest[1..(end - 1)] : rest[..end]) is { IsEmpty: false } term)
            {
                terms.Add(term.ToString());
            }

            rest = rest[end..].TrimStart();
        }
    }

    public bool Matches(string message) =>
        _all.TrueForAll(term => message.Contains(term, StringComparison.Ordinal))
        && (_any.Count == 0 || _any.Exists(term => message.Contains(term, StringComparison.Ordinal)))
        && !_none.Exists(term => message.Contains(term, StringComparison.Ordinal));
}
