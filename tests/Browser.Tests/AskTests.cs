using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>Questions in SQL, and the story of an order.</summary>
public sealed partial class AskTests(BrowserLab lab)
{
    [Fact]
    public async Task Ask_ASavedQuestion_IsAnsweredWithTheLostOrders()
    {
        var page = await lab.OpenAsync("/ask");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Saved questions" }).Locator("a[href*='lost-orders']").ClickAsync();

        var answer = page.GetByRole(AriaRole.Region, new() { Name = "Answer" });
        await Expect(answer.GetByRole(AriaRole.Status)).ToContainTextAsync(SomeRows());
        await Expect(answer.Locator("a[href^='/story/']").First).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Question in SQL")).ToHaveValueAsync(new Regex("SELECT"));
    }

    [Fact]
    public async Task Ask_ToWriteAFile_IsRefusedInPlainWords()
    {
        var file = Path.Combine(Path.GetTempPath(), $"never-{Guid.NewGuid():N}.csv");
        var page = await lab.OpenAsync("/ask");
        await page.GetByLabel("Question in SQL").FillAsync($"COPY spans TO '{file}'");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();

        await Expect(page.Locator(".ask").GetByRole(AriaRole.Alert)).ToContainTextAsync("COPY is refused:");
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task Story_OfAFailedOrder_SaysThatItWasLostAndByWhichAttempts()
    {
        var page = await lab.OpenAsync("/story");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Correlation id" }).FillAsync(lab.Failed.CorrelationId);

        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Correlation id" }).PressAsync("Enter");

        await Expect(page.Locator(".story .end .badge")).ToHaveTextAsync("lost");
        await Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = InvocationsAndCalls() })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Log lines over all services" }).Locator("tbody tr").First).ToBeVisibleAsync();
    }

    [GeneratedRegex("^[1-9] invocations and [0-9]+ calls over time$")]
    private static partial Regex InvocationsAndCalls();

    [GeneratedRegex("[1-9][0-9]* rows?")]
    private static partial Regex SomeRows();
}
