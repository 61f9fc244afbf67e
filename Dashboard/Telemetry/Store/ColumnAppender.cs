using System.Runtime.CompilerServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using NativeAppender = DuckDB.NET.Native.DuckDBAppender;

namespace Dashboard.Telemetry.Store;

/// <summary>
/// Appends rows to a table, a vector of 2,048 at a time, straight into the database's own memory. Text is not copied here but
/// when the vector is handed over: what it points to must stay until <see cref="Push"/> has returned.
/// </summary>
internal sealed unsafe class ColumnAppender : IDisposable
{
    /// <summary>DuckDB's vector size.</summary>
    public const int VectorSize = 2_048;

    /// <summary>A text as long or shorter is kept in the vector itself (DuckDB's string_t).</summary>
    private const int InlineLength = 12;

    private const int TextBytes = 16;

    private readonly DuckDBConnection _connection;
    private readonly NativeAppender _appender;
    private readonly DuckDBDataChunk _chunk;
    private readonly DuckDBLogicalType[] _types;
    private readonly nint[] _data;
    private readonly nint[] _validity;

    /// <summary>Opens it; the connection becomes its own.</summary>
    public ColumnAppender(DuckDBConnection connection, string table, params DuckDBType[] columns)
    {
        _connection = connection;
        if (!NativeMethods.Appender.DuckDBAppenderCreate(connection.NativeConnection, null!, table, out _appender).IsSuccess())
        {
            throw new InvalidOperationException($"The table {table} cannot be appended to.");
        }

        _types = [.. columns.Select(NativeMethods.LogicalType.DuckDBCreateLogicalType)];
        _chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. _types.Select(type => type.DangerousGetHandle())], (ulong)_types.Length);
        _data = new nint[columns.Length];
        _validity = new nint[columns.Length];
        Reset();
    }

    /// <summary>Rows in the vector.</summary>
    public int Row { get; private set; }

    /// <summary>Whether the vector must be pushed before the next row.</summary>
    public bool IsFull => Row == VectorSize;

    /// <summary>The connection.</summary>
    public DuckDBConnection Connection => _connection;

    /// <summary>Sets a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set<T>(int column, T value)
        where T : unmanaged => ((T*)_data[column])[Row] = value;

    /// <summary>Sets a trace id as UUID: DuckDB keeps it as a signed number of 128 bits, its highest bit turned so that the order is that of the text.</summary>
    public void SetUuid(int column, ulong high, ulong low)
    {
        var value = (ulong*)_data[column] + (2 * Row);
        value[0] = low;
        value[1] = high ^ (1UL << 63);
    }

    /// <summary>Sets nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetNull(int column) => ((ulong*)_validity[column])[Row >> 6] &= ~(1UL << (Row & 63));

    /// <summary>Sets text: UTF-8 at a fixed address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetText(int column, byte* text, int length)
    {
        var value = (byte*)_data[column] + (TextBytes * Row);
        *(int*)value = length;
        if (length <= InlineLength)
        {
            *(long*)(value + 4) = 0;
            *(int*)(value + 12) = 0;
            Unsafe.CopyBlockUnaligned(value + 4, text, (uint)length);
        }
        else
        {
            *(int*)(value + 4) = *(int*)text;
            *(byte**)(value + 8) = text;
        }
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => Row++;

    /// <summary>Hands the vector over.</summary>
    public void Push()
    {
        if (Row == 0)
        {
            return;
        }

        NativeMethods.DataChunks.DuckDBDataChunkSetSize(_chunk, (ulong)Row);
        Check(NativeMethods.Appender.DuckDBAppendDataChunk(_appender, _chunk));
        Reset();
    }

    /// <summary>Makes everything visible and durable: a transaction of its own.</summary>
    public void Flush()
    {
        Push();
        Check(NativeMethods.Appender.DuckDBAppenderFlush(_appender));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _appender.Dispose();
        _chunk.Dispose();
        foreach (var type in _types)
        {
            type.Dispose();
        }

        _connection.Dispose();
    }

    private void Reset()
    {
        NativeMethods.DataChunks.DuckDBDataChunkReset(_chunk);
        for (var i = 0; i < _data.Length; i++)
        {
            var vector = NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk, i);
            _data[i] = (nint)NativeMethods.Vectors.DuckDBVectorGetData(vector);
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
            _validity[i] = (nint)NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
        }

        Row = 0;
    }

    private void Check(DuckDBState state)
    {
        if (!state.IsSuccess())
        {
            using var error = NativeMethods.Appender.DuckDBAppenderErrorData(_appender);
            throw new InvalidOperationException($"The database refused rows: {NativeMethods.ErrorData.DuckDBErrorDataMessage(error)}");
        }
    }
}
