using Dashboard.Resources;

namespace Dashboard.Tests.Resources;

/// <summary>Console output over the wire.</summary>
public sealed class ConsoleTests
{
    /// <summary>Lines that the host keeps of each resource.</summary>
    private const int Kept = 2_000;

    [Fact]
    public async Task Read_WithoutFollowing_GivesWhatThereIsAndEnds()
    {
        await using var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url);
        await client.ConnectedAsync();
        host.Write(3);

        var lines = await ReadAsync(client, follow: false, static _ => false);

        lines.Select(line => (line.Number, line.Text)).ShouldBe([(1, "line 0"), (2, "line 1"), (3, "line 2")]);
        lines.ShouldAllBe(line => line.WrittenAt != null);
    }

    [Fact]
    public async Task Read_Following_GivesWhatComesLater()
    {
        await using var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url);
        await client.ConnectedAsync();
        host.Write(1, "early");

        var lines = await ReadAsync(client, follow: true, line =>
        {
            if (line.Text == "early 0")
            {
                host.Write(1, "late");
            }

            return line.Text == "late 0";
        });

        lines.Select(line => line.Text).ShouldBe(["early 0", "late 0"]);
    }

    [Fact]
    public async Task Read_OfMoreThanIsKept_SaysHowManyLinesAreMissing()
    {
        await using var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url);
        await client.ConnectedAsync();
        host.Write(50_000);

        var lines = await ReadAsync(client, follow: false, static _ => false);

        lines.Count.ShouldBe(Kept + 1);
        lines[0].Text.ShouldBe("[48000 lines are no longer kept]");
        lines[^1].ShouldSatisfyAllConditions(
            line => line.Number.ShouldBe(50_000),
            line => line.Text.ShouldBe("line 49999"));
    }

    [Fact]
    public async Task Read_BySlowReader_SeesWhatItMissedAndTheNewestLine()
    {
        await using var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url);
        await client.ConnectedAsync();
        host.Write(1, "first");
        var isFlooded = false;

        // Far more than the transport holds: while the reader rests on its first line, the host has to let lines go.
        var lines = await ReadAsync(client, follow: true, line =>
        {
            if (!isFlooded)
            {
                isFlooded = true;
                host.Write(20_000, new string('x', 500));
                host.Write(1, "last");
            }

            return line.Text == "last 0";
        });

        lines.Count.ShouldBeLessThan(20_002);
        lines.ShouldContain(line => line.Text.EndsWith("no longer kept]", StringComparison.Ordinal));
        lines.Select(line => line.Number).ShouldBeInOrder();
        lines[^1].Number.ShouldBe(20_002);
    }

    [Fact]
    public async Task Read_OfAnUnknownResource_IsEmpty()
    {
        await using var host = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(host.Url);
        await client.ConnectedAsync();

        (await ReadAsync(client, follow: true, static _ => false, "nobody")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_HostGoneAndBack_GoesOn()
    {
        var first = await ResourceHost.StartAsync();
        await using var client = await ResourceClient.StartAsync(first.Url);
        await client.ConnectedAsync();
        first.Write(1, "before");
        ResourceHost? second = null;
        try
        {
            using var limit = ResourceClient.Limit();
            List<ConsoleLine> lines = [];
            await foreach (var batch in client.Directory.ReadConsoleAsync("thing", follow: true, limit.Token))
            {
                lines.AddRange(batch);
                if (second is null)
                {
                    await first.DisposeAsync();
                    second = await ResourceHost.StartAsync(first.Url);
                    await second.ShowAsync("Running");
                    second.Write(2, "after");
                }
                else if (lines[^1].Text == "after 1")
                {
                    break;
                }
            }

            lines.Select(line => line.Text).ShouldBe(["before 0", "after 0", "after 1"]);
        }
        finally
        {
            await (second?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05.0000000Z hello world", "hello world", true)]
    [InlineData("2026-01-02T03:04:05.0000000Z ", "", true)]
    [InlineData("hello world", "hello world", false)]
    [InlineData("", "", false)]
    [InlineData("a-word-as-long-as-Tan-instant and more", "a-word-as-long-as-Tan-instant and more", false)]
    public void Parse_Content_TakesTheInstantOff(string content, string text, bool hasInstant)
    {
        var line = ConsoleLine.Parse(1, content, isError: false);

        line.Text.ShouldBe(text);
        line.WrittenAt.HasValue.ShouldBe(hasInstant);
    }

    private static async Task<List<ConsoleLine>> ReadAsync(ResourceClient client, bool follow, Func<ConsoleLine, bool> isLast, string name = "thing")
    {
        using var limit = ResourceClient.Limit();
        List<ConsoleLine> lines = [];
        await foreach (var batch in client.Directory.ReadConsoleAsync(name, follow, limit.Token))
        {
            foreach (var line in batch)
            {
                lines.Add(line);
                if (isLast(line))
                {
                    return lines;
                }
            }
        }

        return lines;
    }
}
