using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>What became of an order, told.</summary>
public sealed partial class StoryTests(BrowserLab lab)
{
    [Fact]
    public async Task Story_OfARandomLostOrder_SaysHowItWasTriedAndThatItWasLost()
    {
        var page = await lab.OpenAsync("/story");

        await page.GetByRole(AriaRole.Button, new() { Name = "A random lost one" }).First.ClickAsync();

        await Expect(page.Locator(".story .end .badge")).ToHaveTextAsync("lost");
        await Expect(page.Locator(".story .end")).ToContainTextAsync("every invocation that it was allowed failed");
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = InvocationsAndCalls() })).ToBeVisibleAsync();
        var lines = page.GetByRole(AriaRole.Region, new() { Name = "Log lines over all services" });
        await Expect(lines.Locator("td.status", new() { HasText = "START" }).First).ToBeVisibleAsync();
        await Expect(lines.Locator("td.message", new() { HasText = "dropped" }).First).ToBeVisibleAsync();
        page.Url.ShouldMatch("/story/[0-9a-f-]{36}$");
    }

    [Fact]
    public async Task Story_OfAnOrderThatNobodyNames_SaysSo()
    {
        var page = await lab.OpenAsync("/story");
        var box = page.GetByRole(AriaRole.Searchbox, new() { Name = "Correlation id" });
        await box.FillAsync("nobody's");

        await box.PressAsync("Enter");

        await Expect(page.GetByText("Nothing that is held names this order")).ToBeVisibleAsync();
    }

    [GeneratedRegex("^[1-9] invocations? and [1-9][0-9]* calls over time$")]
    private static partial Regex InvocationsAndCalls();
}
