using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The first page: the pipeline and its switch; and what is kept of runs.</summary>
public sealed partial class LabTests(BrowserLab lab)
{
    /// <summary>Fifty simulated seconds and what is settled after them, on a busy machine.</summary>
    private const float RunMilliseconds = 180_000;

    /// <summary>One afternoon: a run begins, the switch is thrown in its midst, and what the queue changed is read from the comparison.</summary>
    [Fact]
    public async Task Lab_SmokeStartedFromThePage_FlowControlThrownInItsMidst_IsSeenAndCompared()
    {
        var page = await lab.OpenAsync("/");
        var direct = page.Locator("[data-path='direct']");
        var queue = page.Locator("[data-path='queue']");
        var flow = page.GetByRole(AriaRole.Switch, new() { Name = "FlowControl" });
        var run = page.GetByRole(AriaRole.Region, new() { Name = "Run" });
        await Expect(direct).ToHaveAttributeAsync("data-use", "InUse");
        await Expect(flow).ToBeEnabledAsync();
        await run.GetByLabel("Scenario").SelectOptionAsync("smoke");

        await run.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(run.GetByRole(AriaRole.Status).First).ToContainTextAsync("of 260 orders");
        await flow.ClickAsync();

        await Expect(queue).ToHaveAttributeAsync("data-use", "InUse");
        await Expect(direct).Not.ToHaveAttributeAsync("data-use", "InUse");
        await Expect(flow).ToHaveAttributeAsync("aria-checked", "true");
        await Expect(page.Locator("[data-station='SQS queue'] .figure")).ToHaveTextAsync(SomeMessages());
        await Expect(queue.Locator(".arrow.moving").First).ToBeVisibleAsync();
        await Pictures.KeepBothAsync(page, "lab-flow-control");

        await Expect(run).ToContainTextAsync("The run is over.", new() { Timeout = RunMilliseconds });
        await flow.ClickAsync();
        await Expect(direct).ToHaveAttributeAsync("data-use", "InUse");

        await page.GotoAsync(new Uri(lab.Address, "/runs").ToString());
        var runs = page.GetByRole(AriaRole.Region, new() { Name = "Runs" }).Locator("tbody tr");
        await Expect(runs).ToHaveCountAsync(2);
        await Expect(runs.First.Locator("td.flow")).ToHaveTextAsync(WhenItWasTurned());
        await Expect(page.GetByText("There is no run with flow control yet")).ToBeVisibleAsync();
        await runs.Last.GetByRole(AriaRole.Checkbox).CheckAsync();
        await runs.First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Compare the two" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Verdict" }).GetByRole(AriaRole.Listitem).First)
            .ToContainTextAsync("was played neither with nor without flow control");
        var lost = page.GetByRole(AriaRole.Region, new() { Name = "Figures" }).GetByRole(AriaRole.Row, new() { Name = "Dropped" }).First.GetByRole(AriaRole.Cell);
        Count(await lost.Nth(2).TextContentAsync()).ShouldBeLessThan(Count(await lost.Nth(1).TextContentAsync()));
        await Pictures.KeepBothAsync(page, "compare");
    }

    [Fact]
    public async Task Lab_AfterTheRun_AddsUpAndNamesEveryPart()
    {
        var page = await lab.OpenAsync("/");

        foreach (var station in (string[])["Notification.Api", "EventBridge", "Delivery", "SlowApi"])
        {
            await Expect(page.Locator($"[data-station='{station}']")).ToBeVisibleAsync();
        }

        var terms = await page.GetByRole(AriaRole.Region, new() { Name = "Orders" }).Locator(".term strong").AllTextContentsAsync();
        terms.Count.ShouldBe(4);
        Count(terms[0]).ShouldBe(260);
        terms.Skip(1).Sum(Count).ShouldBe(260);
    }

    /// <summary>Smoke uses a tenth of the account: with the limit in sight, its concurrency would lie flat at the bottom.</summary>
    [Fact]
    public async Task Lab_FarBelowTheAccountsLimit_DrawsConcurrencyAtFullHeightAndNamesTheLimit()
    {
        var page = await lab.OpenAsync("/");
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "ConcurrentExecutions" })).ToBeVisibleAsync();

        await page.WaitForFunctionAsync("""
            () => {
                const chart = globalThis.echarts?.getInstanceByDom(document.querySelector("[aria-label^='ConcurrentExecutions']"));
                const [concurrent, limit] = chart?.getOption().series ?? [];
                const name = chart?.getOption().legend[0].formatter("account limit");
                return concurrent?.data.length > 2 && limit.data.length === 0 && name === "account limit 1000 (above)";
            }
            """);
    }

    [Fact]
    public async Task Settings_ValueThatIsRefused_GivesWayToTheOneThatApplies_WithTheReasonBesideIt()
    {
        var page = await lab.OpenAsync("/");
        var rate = page.Locator("input[name='SlowApi:FaultRate']");
        var applies = await rate.InputValueAsync();

        await rate.FillAsync("7");
        await rate.PressAsync("Tab");

        await Expect(page.Locator(".setting").Filter(new() { Has = rate }).GetByRole(AriaRole.Alert)).ToContainTextAsync("must be a number from 0 to 1");
        await Expect(rate).ToHaveValueAsync(applies);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Runs_ExportsAreInSight(int width)
    {
        var page = await lab.OpenAsync("/runs", width: width);
        var table = page.GetByRole(AriaRole.Region, new() { Name = "Runs" });

        var last = table.GetByRole(AriaRole.Link, new() { NameRegex = DuckDb() }).Last;

        await Expect(last).ToBeVisibleAsync();
        (await table.EvaluateAsync<int>("box => box.scrollWidth - box.clientWidth")).ShouldBe(0);
        (await last.BoundingBoxAsync())!.X.ShouldBeLessThan(width);
    }

    [Fact]
    public async Task Runs_ListTheRunThatIsOver()
    {
        var page = await lab.OpenAsync("/runs");

        var run = page.GetByRole(AriaRole.Region, new() { Name = "Runs" }).Locator("tbody tr").Last;

        await Expect(run).ToContainTextAsync("smoke");
        await Expect(run.Locator("td.lost")).ToBeVisibleAsync();
    }

    private static int Count(string? text) => int.Parse(text!, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("^DuckDB of ")]
    private static partial Regex DuckDb();

    [GeneratedRegex("off → on at [0-9]+:[0-9]{2}")]
    private static partial Regex WhenItWasTurned();

    [GeneratedRegex("^[1-9][0-9.,]* messages$")]
    private static partial Regex SomeMessages();
}
