namespace Dashboard.Ask;

/// <summary>What a column's values are, as far as a table and a chart care.</summary>
internal enum ColumnKind
{
    /// <summary>Anything that is read.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A moment.</summary>
    Time,
}
