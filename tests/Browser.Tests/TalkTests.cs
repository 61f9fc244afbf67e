using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The talk's run beside the talk's slide. It takes some minutes: only when explicit tests are asked for, as take.sh does.</summary>
public sealed class TalkTests(BrowserLab lab)
{
    /// <summary>Twenty-three simulated minutes, on a busy machine.</summary>
    private const float RunMilliseconds = 900_000;

    [Fact(Explicit = true)]
    public async Task Lab_TalkPlayedToItsEnd_StandsBesideItsSlideWithEachDifferenceExplained()
    {
        var page = await lab.OpenAsync("/", width: 1440, height: 2000);
        var run = page.GetByRole(AriaRole.Region, new() { Name = "Run", Exact = true });
        await run.GetByLabel("Scenario").SelectOptionAsync("talk");

        await run.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(run.GetByRole(AriaRole.Status).First).ToContainTextAsync("of 11,850 orders");
        await Expect(run).ToContainTextAsync("The run is over.", new() { Timeout = RunMilliseconds });

        var figures = page.GetByRole(AriaRole.Region, new() { Name = "Reference", Exact = true }).Locator("tbody tr");
        await Expect(figures).ToHaveCountAsync(6);
        await Expect(figures.First).ToContainTextAsync("886");
        foreach (var different in await figures.And(page.Locator(".different")).AllAsync())
        {
            await Expect(different.Locator(".why")).Not.ToBeEmptyAsync();
        }

        await Expect(page.Locator("[data-alarm='Duration']")).ToContainTextAsync("went off");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Settings" })).ToContainTextAsync("scenario talk");
        await page.WaitForFunctionAsync("""
            () => globalThis.echarts?.getInstanceByDom(document.querySelector("[aria-label^='Success rate']"))
                ?.getOption().series.every(series => series.data.length > 2)
            """);
        await Pictures.KeepBothAsync(page, "lab-talk");
    }
}
