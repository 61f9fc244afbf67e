using Dashboard.Telemetry.Store;

namespace Dashboard.Runs;

/// <summary>Copies the database of this process while it is being written: another program cannot open the original.</summary>
internal sealed class TelemetryCopy(TelemetryDatabase database)
{
    /// <summary>A copy as it is now; its file goes when the stream is closed.</summary>
    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateDirectory(database.Copies).FullName, $"{Guid.NewGuid():N}.duckdb");
        await Task.Run(
            () =>
            {
                using var connection = database.Open();
                // A file name of ours: hexadecimal digits in the one folder that the database may write to.
                TelemetryDatabase.Execute(connection, $"ATTACH '{path.Replace("'", "''", StringComparison.Ordinal)}' AS copy");
                try
                {
                    TelemetryDatabase.Execute(connection, $"COPY FROM DATABASE {CurrentDatabase(connection)} TO copy");
                }
                finally
                {
                    TelemetryDatabase.Execute(connection, "DETACH copy");
                }
            },
            cancellationToken);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }

    private static string CurrentDatabase(DuckDB.NET.Data.DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT current_database()";
        return $"\"{command.ExecuteScalar()}\"";
    }
}
