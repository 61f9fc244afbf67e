using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What became of an order that was lost, found by its correlation id.</summary>
public sealed partial class FailedOrderTests(BrowserLab lab)
{
    [Fact]
    public async Task Traces_ByCorrelationId_LeadToFiveAttemptsWithTheirStatusesAndWaits()
    {
        var page = await lab.OpenAsync("/traces");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Traces" }).FillAsync($"correlation:{lab.Failed.CorrelationId}");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Traces" }).PressAsync("Enter");
        var found = page.Locator("tbody tr.failed");
        await Expect(found).ToHaveCountAsync(1);
        page.Url.ShouldContain("q=");

        await found.Locator("td.name a").ClickAsync();

        await Expect(page.Locator("dl.totals")).ToContainTextAsync(lab.Failed.CorrelationId);
        page.Url.ShouldContain($"/traces/{lab.Failed.TraceId}");
        var attempts = page.GetByRole(AriaRole.Region, new() { Name = "Attempts" });
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            var cells = attempts.GetByRole(AriaRole.Row, new() { Name = $", attempt {attempt} of 5" }).First.GetByRole(AriaRole.Cell);
            await Expect(cells.Nth(1).Locator(".badge.error")).ToHaveTextAsync(FailedStatus());
            await Expect(cells.Nth(2)).ToHaveTextAsync(attempt == 1 ? None() : RealAndSimulated());
        }
    }

    [Fact]
    public async Task Waterfall_OfAFailedOrder_ShowsEachWaitBetweenItsAttempts()
    {
        var page = await lab.OpenAsync("/traces/{trace}", height: 1200);
        var spans = page.GetByRole(AriaRole.Tree, new() { Name = "Spans" });

        // Only the lines in sight are there. On a busy machine EventBridge makes attempts of its own.
        var attempt = spans.Locator(".row", new() { HasText = "delivery-worker" }).Locator(".try.error", new() { HasText = "attempt 1 of 5" }).First;
        await Expect(attempt).ToBeVisibleAsync();
        var wait = spans.Locator(".row.wait", new() { HasText = "wait" }).First;
        await Expect(wait.Locator(".name")).ToContainTextAsync(RealAndSimulated());
        await Expect(wait.Locator("rect.gap")).ToBeVisibleAsync();

        await attempt.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("http.response.status_code");
    }

    [Fact]
    public async Task Logs_ByCorrelationId_TellOfTheOrderAloneAndLeadToItsTrace()
    {
        var page = await lab.OpenAsync("/logs?q=correlation:{order}");
        await Expect(page.Locator("tbody td.message", new() { HasText = lab.Failed.CorrelationId }).First).ToBeVisibleAsync();
        var messages = string.Join('\n', await page.Locator("tbody td.message").AllTextContentsAsync());
        CorrelationId().Matches(messages).Select(id => id.Value).Distinct().ShouldBe([lab.Failed.CorrelationId]);

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Logs" }).FillAsync($"correlation:{lab.Failed.CorrelationId} dropped");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Logs" }).PressAsync("Enter");
        var failed = page.Locator("tbody tr", new() { HasText = $"FAILED {lab.Failed.CorrelationId}: dropped" });
        await Expect(failed).ToHaveCountAsync(1);
        await failed.Locator("td.link a").ClickAsync();

        await Expect(page.Locator("dl.totals")).ToContainTextAsync(lab.Failed.CorrelationId);
    }

    [Fact]
    public async Task Metrics_OfTheWorker_ShowWhatWasDroppedInAChartAndATable()
    {
        var page = await lab.OpenAsync("/metrics?last=1h");
        await page.GetByLabel("Find an instrument").FillAsync("dropped");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "orders.accepted", Exact = true })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "aws.lambda.async_events_dropped" }).First.ClickAsync();

        await Expect(page.Locator(".instrument h2")).ToHaveTextAsync("aws.lambda.async_events_dropped");
        await Expect(page.Locator(".drawing canvas, .drawing svg").First).ToBeVisibleAsync();
        await Expect(page.Locator("table.grid tbody tr").First).ToBeVisibleAsync();
    }

    /// <summary>Too many requests, or the downstream's fault.</summary>
    [GeneratedRegex("^(429|502)$")]
    private static partial Regex FailedStatus();

    [GeneratedRegex("^–$")]
    private static partial Regex None();

    /// <summary>Real time, and in brackets simulated time.</summary>
    [GeneratedRegex(@"\d+(\.\d+)? m?s \(\d+(\.\d+)? s\)")]
    private static partial Regex RealAndSimulated();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex CorrelationId();
}
