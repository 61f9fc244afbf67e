using Dashboard.Runs;
using Microsoft.Extensions.Time.Testing;
using Scenarios.Reports;

namespace Dashboard.Tests.Runs;

public sealed class RunCatalogTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(MetricScript.Zero);
    private readonly CatalogFolder _folder = new();

    [Fact]
    public void Keep_Run_IsThereForTheNextProcess()
    {
        _folder.Open(_clock).Keep(Run("a", minutes: 0));
        _folder.Open(_clock).Keep(Run("b", minutes: 1));

        var catalog = _folder.Open(_clock);

        catalog.All.Select(run => run.Id).ShouldBe(["b", "a"]);
        catalog.Find("a")!.Report.Totals.Accepted.ShouldBe(7);
        catalog.Find("a")!.Name.ShouldBe("smoke, flow control on");
        catalog.IsOfThisProcess("a").ShouldBeFalse();
        File.Exists(catalog.FindDatabase("a")).ShouldBeTrue();
    }

    [Fact]
    public void Keep_Run_IsARowOfTheDatabase()
    {
        _folder.Open(_clock).Keep(Run("a", minutes: 0));

        using var connection = _folder.Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (report->>'$.totals.accepted')::INTEGER FROM runs WHERE id = 'a' AND flow_control AND started_at < finished_at";
        command.ExecuteScalar().ShouldBe(7);
    }

    [Fact]
    public void Begin_Run_IsARowOfTheDatabaseUntilItIsKept()
    {
        var run = Run("a", minutes: 0);
        _folder.Open(_clock).Begin(new RunStart("a", "smoke", true, 10, 1, run.Report.StartedAt));

        Rows("finished_at IS NULL AND report IS NULL AND speed = 10").ShouldBe(1L);
        _folder.Catalog.Keep(run);
        Rows("true").ShouldBe(1L);
        Rows("finished_at IS NOT NULL").ShouldBe(1L);

        object? Rows(string condition)
        {
            using var connection = _folder.Database.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM runs WHERE {condition}";
            return command.ExecuteScalar();
        }
    }

    [Fact]
    public void BeginAndKeep_DatabaseRefuses_TheRunIsKeptAllTheSame()
    {
        var catalog = _folder.Open(_clock);
        using (var connection = _folder.Database.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "DROP TABLE runs CASCADE";
            command.ExecuteNonQuery();
        }

        var run = Run("a", minutes: 0);
        catalog.Begin(new RunStart("a", "smoke", true, 10, 1, run.Report.StartedAt));
        catalog.Keep(run);

        _folder.Open(_clock).Find("a").ShouldNotBeNull();
    }

    [Fact]
    public void Rename_Run_IsRemembered()
    {
        _folder.Open(_clock).Keep(Run("a", minutes: 0));
        _folder.Catalog.Rename("a", "before the fix").ShouldBeTrue();
        _folder.Catalog.Rename("b", "nobody").ShouldBeFalse();

        _folder.Open(_clock).Find("a")!.Name.ShouldBe("before the fix");
    }

    [Fact]
    public void Delete_LastRunOfAnEarlierProcess_TakesItsTelemetryAlong()
    {
        _folder.Open(_clock).Keep(Run("a", minutes: 0));
        _folder.Catalog.Keep(Run("b", minutes: 1));
        var catalog = _folder.Open(_clock);

        catalog.Delete("a").ShouldBeTrue();
        _folder.Files("*.duckdb").Length.ShouldBe(2);
        catalog.Delete("b").ShouldBeTrue();
        _folder.Files("*.duckdb").Length.ShouldBe(1);
        catalog.Delete("b").ShouldBeFalse();
        _folder.Open(_clock).All.ShouldBeEmpty();
    }

    [Fact]
    public void Delete_LastRunOfAProcessThatIsStillAtWork_LeavesItsTelemetry()
    {
        _folder.Open(_clock).Keep(Run("a", minutes: 0));
        var (database, catalog) = _folder.OpenBeside(_clock);
        using (database)
        {
            catalog.Delete("a").ShouldBeTrue();
        }

        File.Exists(_folder.Database.Path).ShouldBeTrue();
        _folder.Catalog.Keep(Run("b", minutes: 1));
        _folder.Open(_clock).All.ShouldHaveSingleItem().Id.ShouldBe("b");
    }

    [Fact]
    public void Delete_RunOfThisProcess_LeavesItsDatabaseOpen()
    {
        _folder.Open(_clock).Keep(Run("a", minutes: 0));

        _folder.Catalog.Delete("a").ShouldBeTrue();

        File.Exists(_folder.Database.Path).ShouldBeTrue();
        _folder.Files("*.run.json").ShouldBeEmpty();
    }

    [Fact]
    public void Delete_RunOfThisProcess_TakesItsRowAlong()
    {
        _folder.Open(_clock).Keep(Run("a", minutes: 0));
        _folder.Catalog.Keep(Run("b", minutes: 1));

        _folder.Catalog.Delete("a").ShouldBeTrue();

        using var connection = _folder.Database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT string_agg(id) FROM runs";
        command.ExecuteScalar().ShouldBe("b");
    }

    [Fact]
    public void Open_FileThatIsNoRun_IsPassedOver()
    {
        _folder.Open(_clock).Keep(Run("a", minutes: 0));
        var folder = Path.GetDirectoryName(_folder.Database.Path)!;
        File.WriteAllText(Path.Combine(folder, "torn.run.json"), """{"id":"torn","report":{"scen""");
        File.WriteAllText(Path.Combine(folder, "other.run.json"), "{}");
        File.WriteAllText(Path.Combine(folder, "null.run.json"), "null");
        File.WriteAllText(Path.Combine(folder, "empty.run.json"), "");
        File.WriteAllBytes(Path.Combine(folder, "garbage.run.json"), [0, 255, 1, 254, 123]);
        var good = File.ReadAllText(Path.Combine(folder, "a.run.json"));
        good.ShouldContain("\"minutes\":[]");
        File.WriteAllText(Path.Combine(folder, "hollow.run.json"), good.Replace("\"a\"", "\"hollow\"", StringComparison.Ordinal).Replace("\"minutes\":[]", "\"minutes\":null", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "away.run.json"), good.Replace("\"a\"", "\"../away\"", StringComparison.Ordinal));

        _folder.Open(_clock).All.ShouldHaveSingleItem().Id.ShouldBe("a");
    }

    [Fact]
    public async Task Copy_OfTheDatabaseThatIsBeingWritten_CanBeOpenedByOthers()
    {
        _folder.Open(_clock).Keep(Run("a", minutes: 0));
        var file = Path.GetTempFileName();
        await using (var copy = await new TelemetryCopy(_folder.Database).OpenAsync(TestContext.Current.CancellationToken))
        await using (var target = File.Create(file))
        {
            await copy.CopyToAsync(target, TestContext.Current.CancellationToken);
        }

        using (var connection = new DuckDB.NET.Data.DuckDBConnection($"DataSource={file};ACCESS_MODE=READ_ONLY"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM runs";
            command.ExecuteScalar().ShouldBe(1L);
        }

        File.Delete(file);
    }

    public void Dispose() => _folder.Dispose();

    private static FinishedRun Run(string id, int minutes) => new(id, new RunReport
    {
        Scenario = "smoke",
        FlowControl = true,
        Speed = 10,
        Seed = 1,
        StartedAt = MetricScript.Zero.AddMinutes(minutes - 5),
        SimulatedSeconds = 1,
        RealSeconds = 0.1,
        Drained = true,
        Totals = new() { Accepted = 7 },
        Peaks = new(),
        TimeToDelivery = new(),
        Minutes = [],
        Clock = new(),
    });
}
