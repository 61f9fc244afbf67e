using Dashboard.Ask;

namespace Dashboard.Tests.Ask;

public sealed class AskerTests : IDisposable
{
    private readonly SyntheticRun _run = new();
    private readonly Asker _asker;

    public AskerTests() => _asker = Asker(new());

    public static TheoryData<string> Writes =>
    [
        "COPY spans TO '/tmp/never.csv'",
        "COPY (SELECT 1) TO 'never.csv'",
        "ATTACH '/tmp/never.duckdb'",
        "CREATE TABLE t (a INT)",
        "CREATE TEMP TABLE t (a INT)",
        "INSERT INTO runs (id) VALUES ('x')",
        "WITH x AS (SELECT 1) DELETE FROM spans",
        "UPDATE spans SET name = 'x'",
        "DELETE FROM spans",
        "DROP TABLE spans",
        "SET memory_limit = '9GB'",
        "PRAGMA memory_limit = '9GB'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CHECKPOINT",
        "EXPORT DATABASE 'never'",
        "USE memory",
        "BEGIN",
        "EXPLAIN ANALYZE COPY spans TO 'never.csv'",
        "EXPLAIN (FORMAT JSON) DELETE FROM spans",
        "-- harmless\n/* really */ DROP VIEW orders",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM '/etc/passwd.csv'",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_parquet('https://example.com/x.parquet')",
        "FROM enable_logging(storage='file', storage_path='never')",
        "SELECT 1 WHERE EXISTS (FROM Enable_Logging ())",
        "WITH x AS (FROM \"enable_profiling\"/* /* */ */()) FROM x",
        "FROM disable_logging\u00a0()",
        "FROM disable_peg_parser -- so\n()",
        "FROM checkpoint()",
        "FROM system.main.force_checkpoint()",
        "FROM query('FROM enable_' || 'logging()')",
        "FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
        "FROM arrow_scan(1::POINTER, 1::POINTER, 1::POINTER)",
    ];

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Ask_AnythingButReadingWhatIsStored_IsRefused(string sql)
    {
        var files = _run.Files;

        var refused = await RefuseAsync(sql);

        refused.Message.ShouldMatch("refused|Permission Error|Cannot write|read-only|disabled");
        _run.Files.ShouldBe(files);
        (await CountAsync("spans")).ShouldBe(await CountAsync("spans WHERE name IS NOT NULL"));
    }

    [Fact]
    public async Task Ask_Copy_SaysWhatIsAllowedAndWhere()
    {
        var refused = await RefuseAsync("  -- to a file\n  COPY spans TO 'x'");

        refused.Message.ShouldStartWith("COPY is refused:");
        refused.Message.ShouldContain("SELECT");
        refused.Place.ShouldBe(new Place(2, 3));
    }

    [Theory]
    [InlineData("SELECT name,\n  coutn(*)\nFROM spans", "coutn does not exist", 2, 3)]
    [InlineData("selct 1", "No question in SQL begins with “selct”", 1, 1)]
    [InlineData("\nwhich orders were lost?", "The saved questions are asked in plain words", 2, 1)]
    [InlineData("SELECT 1 FROM FROM", "syntax error at or near \"FROM\"", 1, 15)]
    [InlineData("FROM duckdb_settings()", "duckdb_settings is refused", 1, 6)]
    [InlineData("SELECT path FROM duckdb_databases", "duckdb_databases is refused", 1, 18)]
    [InlineData("SELECT current_setting('temp_directory')", "current_setting is refused", 1, 8)]
    [InlineData("SELECT foo FROM spans", "\"foo\" not found", 1, 8)]
    [InlineData("SELECT 1 FROM\n", "at end of input", 1, 14)]
    [InlineData("SELECT 1 AS aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, nope FROM spans WHERE name = 'a rather long text, so that the line is cut'", "nope", 1, 73)]
    public async Task Ask_Mistake_IsShownWhereItIs(string sql, string expected, int line, int column)
    {
        var refused = await RefuseAsync(sql);

        refused.Message.ShouldContain(expected);
        refused.Message.ShouldNotContain("LINE");
        refused.Place.ShouldBe(new Place(line, column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  -- only a comment")]
    [InlineData("SELECT 1; SELECT 2")]
    public async Task Ask_NotOneStatement_IsRefused(string sql) => (await RefuseAsync(sql)).Message.ShouldMatch("nothing to ask|One statement");

    [Theory]
    [InlineData("FROM runs")]
    [InlineData("DESCRIBE spans")]
    [InlineData("SUMMARIZE spans")]
    [InlineData("(SELECT 1)")]
    [InlineData("EXPLAIN ANALYZE SELECT count(*) FROM spans")]
    [InlineData("VALUES (1);")]
    [InlineData("SELECT [1, 2], {'a': NULL}, 1::HUGEINT, DATE '2027-01-01', INTERVAL 1 DAY, 'x'::BLOB, uuid(), 1.5::DECIMAL(9, 2), TIME '12:00'")]
    public async Task Ask_AnyQuestion_IsAnswered(string sql) =>
        (await _asker.AskAsync(sql, null, TestContext.Current.CancellationToken)).Rows.ShouldNotBeEmpty();

    [Theory]
    [InlineData("18446744073709551615::UBIGINT", "18446744073709551615")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("170141183460469231731687303715884105727", "170141183460469231731687303715884105727")]
    [InlineData("9007199254740993::UBIGINT", "9007199254740993")]
    [InlineData("42::BIGINT", "42")]
    public async Task Ask_WholeNumber_KeepsItsLastDigit(string number, string expected)
    {
        var answer = await _asker.AskAsync($"SELECT {number} AS n", null, TestContext.Current.CancellationToken);

        AnswerText.Plain(answer.Rows[0][0]).ShouldBe(expected);
        AnswerText.Csv(answer).ShouldContain(expected);
    }

    [Theory]
    [InlineData("SELECT DATE 'infinity'")]
    [InlineData("SELECT TIMESTAMPTZ '-infinity'")]
    [InlineData("SELECT TIMESTAMP '290000-01-01'")]
    [InlineData("SELECT 123456789012345678901234567890.12345678::DECIMAL(38,8)")]
    [InlineData("SELECT union_value(a := 1)")]
    [InlineData("SELECT INTERVAL 1 MONTH")]
    [InlineData("SELECT MAP {DATE 'infinity': 1}")]
    [InlineData("SELECT TIME '24:00:00'")]
    [InlineData("SELECT 1::VARIANT")]
    [InlineData("SELECT [TIMESTAMP 'infinity']")]
    [InlineData("FROM test_all_types()")]
    public async Task Ask_ValueThatCannotBeShown_SaysHowItCan(string sql)
    {
        (await RefuseAsync(sql)).Message.ShouldContain("::VARCHAR");
        (await CountAsync("spans")).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("SELECT count(*) AS query FROM spans WHERE name NOT LIKE '%checkpoint%'")]
    [InlineData("SELECT 'write_log' AS enable_logging")]
    public async Task Ask_NameOfAnActingFunctionThatIsNotCalled_IsAnswered(string sql) =>
        (await _asker.AskAsync(sql, null, TestContext.Current.CancellationToken)).Rows.ShouldNotBeEmpty();

    [Fact]
    public async Task Ask_MoreRowsThanAreShown_SaysSo()
    {
        using var asker = Asker(new() { MaxRows = 10 });

        (await asker.AskAsync("FROM range(11)", null, TestContext.Current.CancellationToken)).ShouldSatisfyAllConditions(
            answer => answer.Rows.Count.ShouldBe(10), answer => answer.IsCut.ShouldBeTrue());
        (await asker.AskAsync("FROM range(10)", null, TestContext.Current.CancellationToken)).IsCut.ShouldBeFalse();
    }

    [Fact]
    public async Task Ask_TooLong_IsStoppedAndTheNextIsAnswered()
    {
        using var asker = Asker(new() { TimeLimitSeconds = 1 });

        (await Should.ThrowAsync<QuestionRefusedException>(() => asker.AskAsync(
            "SELECT count(*) FROM range(1000000000000) AS a(n) WHERE n % 7 = 3", null, TestContext.Current.CancellationToken))).Message.ShouldContain("longer than 1 s");
        (await asker.AskAsync("SELECT 1", null, TestContext.Current.CancellationToken)).Rows.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Ask_EarlierRun_ReadsItsFileAndNoOther()
    {
        _run.Reopen();
        using var asker = Asker(new());

        (await asker.AskAsync("SELECT count(*) FROM orders", "this", TestContext.Current.CancellationToken)).Rows[0][0].ShouldBe(4.0);
        (await asker.AskAsync("SELECT count(*) FROM orders", null, TestContext.Current.CancellationToken)).Rows[0][0].ShouldBe(0.0);
        foreach (var sql in Writes)
        {
            await Should.ThrowAsync<QuestionRefusedException>(() => asker.AskAsync(sql, "this", TestContext.Current.CancellationToken), sql);
        }

        (await Should.ThrowAsync<QuestionRefusedException>(() => asker.AskAsync("SELECT 1", "gone", TestContext.Current.CancellationToken)))
            .Message.ShouldContain("not kept");
    }

    public void Dispose()
    {
        _asker.Dispose();
        _run.Dispose();
    }

    private Asker Asker(AskOptions options) => new(_run.Database, _run.Earlier, options, TimeProvider.System);

    private async Task<QuestionRefusedException> RefuseAsync(string sql) =>
        await Should.ThrowAsync<QuestionRefusedException>(() => _asker.AskAsync(sql, null, TestContext.Current.CancellationToken));

    private async Task<object?> CountAsync(string table) =>
        (await _asker.AskAsync($"SELECT count(*) FROM {table}", null, TestContext.Current.CancellationToken)).Rows[0][0];
}
