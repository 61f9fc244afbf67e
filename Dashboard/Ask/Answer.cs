namespace Dashboard.Ask;

/// <summary>What a question came to.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows: a value is null, a <see cref="double"/>, a <see cref="DateTime"/> (UTC) or a text, as its column says.</param>
/// <param name="IsCut">Whether there are more rows than these.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record Answer(IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<object?[]> Rows, bool IsCut, TimeSpan Duration);
