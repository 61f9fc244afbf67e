using Aspire.Hosting.Embedded;
using Microsoft.Extensions.Time.Testing;

namespace Aspire.Hosting.Tests;

public sealed class ResourceLogTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public void Add_BeyondCapacity_ForgetsTheOldestAndCountsOn()
    {
        var log = new ResourceLog(_clock, capacity: 2);
        log.Add("one", false);
        log.Add("two", true);
        log.Add("three", false);

        log.Snapshot().ShouldBe([
            new LogLine(2, "2025-01-02T03:04:05.0000000Z two", true),
            new LogLine(3, "2025-01-02T03:04:05.0000000Z three", false),
        ]);
    }

    [Fact]
    public async Task WatchAsync_GivesTheBacklogThenWhatComes()
    {
        var log = new ResourceLog(_clock);
        log.Add("before", false);
        await using var reader = log.WatchAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        (await reader.MoveNextAsync()).ShouldBeTrue();
        reader.Current.ShouldHaveSingleItem().Content.ShouldEndWith("before");
        var next = reader.MoveNextAsync();
        log.Add("after", false);
        (await next).ShouldBeTrue();
        reader.Current.ShouldHaveSingleItem().LineNumber.ShouldBe(2);
        log.Complete();
        (await reader.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task LineReader_OfEndlessLine_CutsIt()
    {
        List<string> lines = [];

        await LineReader.ReadAsync(new StringReader("short\r\n" + new string('x', 40_000) + "\nlast"), lines.Add);

        lines[0].ShouldBe("short");
        lines[^1].ShouldBe("last");
        lines.Max(static line => line.Length).ShouldBe(16 * 1024);
        lines.Skip(1).SkipLast(1).Sum(static line => line.Length).ShouldBe(40_000);
    }
}
