using Dashboard.Runs;
using Dashboard.Telemetry.Store;
using DuckDB.NET.Data;

namespace Dashboard.Ask;

/// <summary>Answers questions in SQL about this run and earlier ones: reads only, one statement, within limits of time, rows and memory.</summary>
internal sealed class Asker(TelemetryDatabase database, EarlierRuns earlier, AskOptions options, TimeProvider time) : IDisposable
{
    /// <summary>Questions at once; more wait, so that they leave the machine to the run that they are about.</summary>
    private const int MaximumQuestions = 2;

    private readonly SemaphoreSlim _places = new(MaximumQuestions);

    /// <summary>The most rows of an answer.</summary>
    public int MaxRows => options.MaxRows;

    /// <summary>Asks.</summary>
    /// <param name="sql">The question.</param>
    /// <param name="run">The run whose telemetry is asked; null or empty: what this process holds.</param>
    /// <param name="cancellationToken">Nobody waits for the answer any more.</param>
    /// <exception cref="QuestionRefusedException">It is not answered, and why.</exception>
    /// <exception cref="TelemetryClosedException">What this process holds cannot be asked at the moment.</exception>
    public async Task<Answer> AskAsync(string sql, string? run, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeLimitSeconds), time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                return await Task.Run(() => Answer(sql, run, either.Token), either.Token);
            }
            catch (OperationCanceledException) when (limit.IsCancellationRequested)
            {
                throw new QuestionRefusedException($"It took longer than {options.TimeLimitSeconds} s and was stopped: ask about less, or count before you list.");
            }
        }
        finally
        {
            _places.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _places.Dispose();

    private Answer Answer(string sql, string? run, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var file = OpenEarlier(run);
        using var own = file is null ? database.Open() : null;
        var connection = own ?? file!.Connection;
        using var command = connection.CreateCommand();
        // A reader's question, on a connection that can only read.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        command.UseStreamingMode = true;
        using var cancelling = cancellationToken.Register(command.Cancel);
        try
        {
            QuestionGuard.Check(connection, sql);
            TelemetryDatabase.Execute(connection, "BEGIN TRANSACTION READ ONLY");
            using var reader = command.ExecuteReader();
            var (columns, rows, isCut) = AnswerReader.Read(reader, options.MaxRows);
            cancellationToken.ThrowIfCancellationRequested();
            return new(columns, rows, isCut, time.GetElapsedTime(start));
        }
        catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (DuckDBException refused)
        {
            database.Report(refused);
            if (own is not null && database.Problem is { } problem)
            {
                throw new TelemetryClosedException(TelemetryClosedException.Describe(problem));
            }

            throw DatabaseProblem.Explain(refused.Message, sql);
        }
    }

    private EarlierRun? OpenEarlier(string? run)
    {
        try
        {
            return earlier.IsEarlier(run) ? earlier.Open(run) : null;
        }
        catch (RunNotReadableException refused)
        {
            throw new QuestionRefusedException(refused.Message);
        }
    }
}
