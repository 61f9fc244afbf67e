namespace Dashboard.Telemetry.Store;

/// <summary>Rows of .NET's own texts into an appender: they are encoded into an arena until the vector is handed over.</summary>
internal sealed unsafe class RowTexts(ColumnAppender appender) : IDisposable
{
    private readonly TextArena _arena = new();

    /// <summary>Makes room for a row.</summary>
    public void BeginRow()
    {
        if (appender.IsFull)
        {
            Push();
        }
    }

    /// <summary>Hands the vector over.</summary>
    public void Push()
    {
        appender.Push();
        _arena.Clear();
    }

    /// <summary>Sets text, or nothing.</summary>
    public void Set(int column, string? text)
    {
        if (text is null)
        {
            appender.SetNull(column);
            return;
        }

        var stored = _arena.Add(text);
        appender.SetText(column, stored.Address, stored.Length);
    }

    /// <summary>Sets a number, or nothing.</summary>
    public void Set<T>(int column, T? value)
        where T : unmanaged
    {
        if (value is { } number)
        {
            appender.Set(column, number);
        }
        else
        {
            appender.SetNull(column);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _arena.Dispose();
}
