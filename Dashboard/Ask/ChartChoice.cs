namespace Dashboard.Ask;

/// <summary>Which columns of an answer are drawn.</summary>
/// <param name="X">The index of the horizontal one.</param>
/// <param name="Y">The indices of those that are drawn over it; not empty.</param>
internal sealed record ChartChoice(int X, IReadOnlyList<int> Y)
{
    /// <summary>More lines than this are not told apart.</summary>
    private const int MostLines = 6;

    /// <summary>
    /// The columns that an address names; what it leaves open, or names in vain, is chosen: over the first moment, else over the first column
    /// of all, the numbers.
    /// </summary>
    /// <returns>Null: there is nothing to draw.</returns>
    public static ChartChoice? Of(Answer answer, string? x, string? y)
    {
        var horizontal = Find(answer, x, _ => true) ?? First(answer, ColumnKind.Time) ?? 0;
        int[] vertical = Find(answer, y, column => column.Kind == ColumnKind.Number) is { } named
            ? [named]
            : [.. Indices(answer).Where(i => i != horizontal && answer.Columns[i].Kind == ColumnKind.Number).Take(MostLines)];
        return vertical.Length == 0 || answer.Rows.Count == 0 ? null : new(horizontal, vertical);
    }

    private static int? First(Answer answer, ColumnKind kind) =>
        Indices(answer).Where(i => answer.Columns[i].Kind == kind).Select(i => (int?)i).FirstOrDefault();

    private static int? Find(Answer answer, string? name, Func<AnswerColumn, bool> isFit) =>
        Indices(answer).Where(i => answer.Columns[i].Name == name && isFit(answer.Columns[i])).Select(i => (int?)i).FirstOrDefault();

    private static IEnumerable<int> Indices(Answer answer) => Enumerable.Range(0, answer.Columns.Count);
}
