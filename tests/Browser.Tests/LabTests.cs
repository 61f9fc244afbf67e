using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The first page: the pipeline and its switch; and what is kept of runs.</summary>
public sealed class LabTests(BrowserLab lab)
{
    [Fact]
    public async Task Lab_FlowControl_TurnsTheOtherPathOnAndOffAgain()
    {
        var page = await lab.OpenAsync("/");
        var direct = page.Locator("[data-path='direct']");
        var queue = page.Locator("[data-path='queue']");
        var flow = page.GetByRole(AriaRole.Switch, new() { Name = "FlowControl" });
        await Expect(direct).ToHaveAttributeAsync("data-use", "InUse");
        await Expect(flow).ToHaveAttributeAsync("aria-checked", "false");

        await flow.ClickAsync();

        await Expect(queue).ToHaveAttributeAsync("data-use", "InUse");
        await Expect(direct).Not.ToHaveAttributeAsync("data-use", "InUse");
        await Expect(flow).ToHaveAttributeAsync("aria-checked", "true");

        await Expect(flow).ToBeEnabledAsync();
        await flow.ClickAsync();
        await Expect(direct).ToHaveAttributeAsync("data-use", "InUse");
    }

    [Fact]
    public async Task Lab_AfterTheRun_AddsUpAndNamesEveryPart()
    {
        var page = await lab.OpenAsync("/");

        foreach (var station in (string[])["Notification.Api", "EventBridge", "Delivery", "SlowApi"])
        {
            await Expect(page.Locator($"[data-station='{station}']")).ToBeVisibleAsync();
        }

        var orders = page.GetByRole(AriaRole.Region, new() { Name = "Orders" });
        await Expect(orders.Locator(".term.bad")).ToContainTextAsync("dropped");
    }

    [Fact]
    public async Task Runs_ListTheRunThatIsOver()
    {
        var page = await lab.OpenAsync("/runs");

        var run = page.GetByRole(AriaRole.Region, new() { Name = "Runs" }).Locator("tbody tr").First;

        await Expect(run).ToContainTextAsync("smoke");
        await Expect(run.Locator("td.lost")).ToBeVisibleAsync();
    }
}
