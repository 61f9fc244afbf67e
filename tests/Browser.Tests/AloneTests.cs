using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>The dashboard without the lab, for any application that sends OTLP.</summary>
public sealed class AloneTests
{
    [Fact]
    public async Task Alone_LabSaysWhatItNeeds_AndTracesShowWhatAnApplicationSends()
    {
        var chromium = Chromium.Find();
        await using var dashboard = await AloneDashboard.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Flags });
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout((float)AloneDashboard.Patience.TotalMilliseconds);
        Assertions.SetDefaultExpectTimeout((float)AloneDashboard.Patience.TotalMilliseconds);

        await page.GotoAsync(dashboard.Address);
        await Expect(page.GetByText("The dashboard runs alone")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

        (await dashboard.SendAsync()).ShouldBeTrue();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Traces" }).ClickAsync();
        await Expect(page.Locator("tbody")).ToContainTextAsync("GET /anything");

        (await dashboard.SendAsync(spanId: "0000000000000000")).ShouldBeTrue();
        await Expect(page.GetByText("1 item refused")).ToBeVisibleAsync();
    }
}
