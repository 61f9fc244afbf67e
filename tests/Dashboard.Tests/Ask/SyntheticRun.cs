using System.Globalization;
using Dashboard.Runs;
using Dashboard.Telemetry.Store;
using Dashboard.Tests.Runs;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Tests.Ask;

/// <summary>
/// A store with four orders, ten simulated seconds a real one: A is delivered after a 429; B is dropped after three invocations of two calls,
/// 502 and 429, although SlowApi processed it; C is under way; D is delivered when the queue hands its message out again.
/// </summary>
internal sealed class SyntheticRun : IDisposable
{
    /// <summary>When its first order was accepted.</summary>
    public static readonly DateTimeOffset Zero = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly CatalogFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(Zero.AddMinutes(1));
    private int _spans;

    public SyntheticRun()
    {
        Catalog = _folder.Open(_clock);
        Fill();
        // It began five real seconds, 50 simulated, before its first order.
        var run = FinishedRuns.Of("this", flowControl: false, 0);
        Catalog.Keep(run with { Report = run.Report with { StartedAt = Zero.AddSeconds(-5), RealSeconds = 60 } });
    }

    public RunCatalog Catalog { get; private set; }

    public EarlierRuns Earlier => new(Catalog, 64);

    public TelemetryDatabase Database => _folder.Database;

    public string[] Files => _folder.Files("*");

    /// <summary>The same data directory, seen by the next process, with an empty store of its own.</summary>
    public void Reopen() => Catalog = _folder.Open(_clock);

    /// <summary>The same, after this process was killed: its last words are in the log beside the database, which nobody has put into it.</summary>
    public void ReopenAfterKill()
    {
        var (file, log) = (Database.Path, Database.Path + ".wal");
        var (left, leftInLog) = (File.ReadAllBytes(file), File.ReadAllBytes(log));
        leftInLog.ShouldNotBeEmpty();
        Reopen();
        File.WriteAllBytes(file, left);
        File.WriteAllBytes(log, leftInLog);
    }

    public void Dispose() => _folder.Dispose();

    private void Fill()
    {
        Execute("""
            INSERT INTO resources SELECT id, service, 'one', NULL, 10, '2027-01-01'::TIMESTAMP_NS
            FROM (VALUES (1, 'notification-api'), (2, 'delivery-worker'), (3, 'slow-api')) AS processes(id, service);
            INSERT INTO logs VALUES
                (1, '2027-01-01 00:00:29'::TIMESTAMP_NS, 17, 'FAILED B: dropped, RetriesExhausted', 'FAILED {CorrelationId}: dropped, {Reason}', 'worker', 2,
                    NULL, NULL, '{"CorrelationId":"B","Reason":"RetriesExhausted"}', 'B', false),
                (2, '2027-01-01 00:00:01'::TIMESTAMP_NS, 9, 'START A', 'START {CorrelationId}', 'worker', 2, NULL, NULL, '{"CorrelationId":"A"}', 'A', false),
                (3, '2027-01-01 00:00:06'::TIMESTAMP_NS, 9, 'START B', 'START {CorrelationId}', 'worker', 2, NULL, NULL, '{"CorrelationId":"B"}', 'B', false);
            INSERT INTO metric_series VALUES (1, 2, 'Delivery.Worker', 'aws.lambda.concurrent_executions', 'Gauge', false, '{execution}', '', NULL);
            INSERT INTO metric_points VALUES
                (1, NULL, '2027-01-01 00:00:01'::TIMESTAMP_NS, 3, NULL, NULL, NULL, NULL, NULL, 1), (1, NULL, '2027-01-01 00:00:02'::TIMESTAMP_NS, 5, NULL, NULL, NULL, NULL, NULL, 2);
            """);
        Accept("A", 0);
        var a = Invoke("A", 1, 1, error: null);
        Call("A", a, 1, 429);
        Call("A", a, 2, 200);
        Accept("B", 6);
        foreach (var start in (double[])[6.5, 13.5, 28])
        {
            var b = Invoke("B", start, 1, "delivery_failed");
            Call("B", b, 1, 502);
            Call("B", b, 2, 429);
        }

        Span("B", null, "POST /slow", kind: 2, status: 0, 7, 1, resource: 3, http: 200);
        Accept("C", 7);
        Call("C", 999, 1, 429);
        Accept("D", 12);
        Call("D", Invoke("D", 12.5, 2.9, "timeout", "m-1"), 1, null);
        Call("D", Invoke("D", 20, 1, error: null, "m-1"), 1, 200);
    }

    private void Accept(string order, double at) => Span(order, null, "POST /notify", kind: 2, status: 0, at, 0.01, resource: 1, http: 200);

    private int Invoke(string order, double at, double seconds, string? error, string? message = null) => Span(
        order, null, "invoke delivery", kind: 5, status: error is null ? 0 : 2, at, seconds, resource: 2, error: error,
        attributes: message is null ? """{"faas.invocation":1}""" : $$"""{"messaging.message.id":"{{message}}"}""");

    private void Call(string order, int parent, int attempt, int? status) =>
        Span(order, parent, $"attempt {attempt}", kind: 3, status: status == 200 ? 0 : 2, 1, 0.1, resource: 2, status, attempt);

    private int Span(
        string order,
        int? parent,
        string name,
        int kind,
        int status,
        double at,
        double seconds,
        int resource,
        int? http = null,
        int? attempt = null,
        string? error = null,
        string? attributes = null)
    {
        var id = ++_spans;
        Execute(
            """
            INSERT INTO spans VALUES (?::UUID, ?, ?, ?, ?, ?, NULL, make_timestamp_ns(epoch_ns('2027-01-01'::TIMESTAMP_NS) + ?::BIGINT), ?::BIGINT, ?, 'test',
                ?, NULL, NULL, ?, ?, ?, NULL, NULL, NULL, NULL, ?)
            """,
            string.Create(CultureInfo.InvariantCulture, $"{(int)order[0]:x32}"),
            id,
            parent,
            name,
            kind,
            status,
            (long)(at * 1e9),
            (long)(seconds * 1e9),
            resource,
            attributes,
            order,
            http,
            attempt,
            error);
        return id;
    }

    private void Execute(string sql, params IReadOnlyList<object?> parameters)
    {
        using var connection = _folder.Database.Open();
        TelemetryDatabase.Execute(connection, sql, parameters);
    }
}
