using System.Globalization;
using Dashboard.Ask;

namespace Dashboard.Tests.Ask;

public sealed class SavedQuestionTests : IDisposable
{
    private readonly SyntheticRun _run = new();
    private readonly Asker _asker;

    public SavedQuestionTests() => _asker = new(_run.Database, _run.Earlier, new(), TimeProvider.System);

    [Theory]
    [InlineData("lost-orders", "B|RetriesExhausted|3|6|3|3|0|2027-01-01T00:00:06|2027-01-01T00:00:29")]
    [InlineData("fate-by-attempts", "1|0|0|1", "2|2|0|0", "6|0|1|0")]
    [InlineData("retries-by-cause", "502|3|1|75", "429|1|1|25")]
    [InlineData("time-to-delivery", "0|1|20|20|20|20", "2|1|90|90|90|90")]
    [InlineData("calls-per-delivery", "0|2|1|2", "1|6|0|", "2|3|1|3")]
    [InlineData("success-below-half", "2|0|1|0.03", "3|0|2|0", "5|0|1|0")]
    [InlineData("slowest-orders", "D|90|2|2|0|0|1|2", "A|20|1|2|1|0|0|0")]
    [InlineData("status-by-attempt", "1|7|1|2|3|1", "2|4|1|3|0|0")]
    [InlineData("redelivered-messages", "m-1|D|2|1")]
    [InlineData("log-templates", "START {CorrelationId}|delivery-worker|information|2", "FAILED {CorrelationId}: dropped, {Reason}|delivery-worker|error|1")]
    [InlineData("processed-though-lost", "B|RetriesExhausted|0|1|2027-01-01T00:00:29")]
    [InlineData("concurrency", "2027-01-01T00:00:01|3", "2027-01-01T00:00:02|5")]
    public async Task Question_OfTheShelf_HasTheKnownAnswer(string key, params string[] expected) =>
        (await AskAsync(key)).ShouldBe(expected);

    [Fact]
    public async Task Waste_OfTheLostOrder_IsItsThreeInvocations() =>
        (await AskAsync("waste-by-minute")).ShouldBe(["2|10|1|1", "3|10|1|1", "5|10|1|1"], ignoreOrder: true);

    [Fact]
    public async Task Operations_OfTheWorker_AreSimulatedSeconds() =>
        (await AskAsync("operations")).ShouldContain("delivery-worker|invoke delivery|6|4|10|28.05");

    [Fact]
    public async Task Runs_OfThisDatabase_AreListed() =>
        (await AskAsync("runs")).ShouldHaveSingleItem().ShouldStartWith("this|smoke|false|");

    [Fact]
    public void Shelf_EveryQuestion_IsAskedInPlainWordsAndTested()
    {
        SavedQuestion.All.Count.ShouldBe(15);
        SavedQuestion.All.ShouldAllBe(question => question.Title.EndsWith('?') && question.Sql.Length > 0);
        SavedQuestion.All.Select(question => question.Key).ShouldBeUnique();
        SavedQuestion.Find("lost-orders")!.Title.ShouldBe("Which orders were lost, and after how many attempts?");
    }

    public void Dispose()
    {
        _asker.Dispose();
        _run.Dispose();
    }

    private async Task<IEnumerable<string>> AskAsync(string key)
    {
        var answer = await _asker.AskAsync(SavedQuestion.Find(key)!.Sql, null, TestContext.Current.CancellationToken);
        return answer.Rows.Select(row => string.Join('|', row.Select(value => value switch
        {
            DateTime time => time.ToString("s", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value,
        })));
    }
}
