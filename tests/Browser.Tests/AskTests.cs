using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Browser.Tests;

/// <summary>Questions in SQL: answers, and refusals at the place that they are about.</summary>
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
        await Expect(page.GetByLabel("Question in SQL")).ToHaveValueAsync(Select());
    }

    [Fact]
    public async Task Ask_WrongSql_IsRefusedAtItsPlace()
    {
        var page = await lab.OpenAsync("/ask");

        await AskAsync(page, "SELECT status,\n  coutn(*)\nFROM orders GROUP BY status");

        var refusal = Refusal(page);
        await Expect(refusal).ToContainTextAsync("Line 2, column 3");
        await Expect(refusal).ToContainTextAsync("coutn");
        await Expect(refusal.Locator("pre")).ToHaveTextAsync(CaretUnderTheWord());
        await Expect(page.Locator(".editor .mistake")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Question in SQL")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Ask_ToWriteAFile_IsRefusedInPlainWords()
    {
        var file = Path.Combine(Path.GetTempPath(), $"never-{Guid.NewGuid():N}.csv");
        var page = await lab.OpenAsync("/ask");

        await AskAsync(page, $"COPY spans TO '{file}'");

        await Expect(Refusal(page)).ToContainTextAsync("COPY is refused:");
        await Expect(Refusal(page)).ToContainTextAsync("Line 1, column 1");
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task Ask_BeforeTheEditorsScriptHasCome_TakesNoTextThatItWouldLose()
    {
        var page = await lab.OpenAsync();
        var script = new TaskCompletionSource<IRoute>();
        await page.RouteAsync("**/js/sql-editor.js", script.SetResult);

        await page.GotoAsync(new Uri(lab.Address, "/ask").ToString());
        var route = await script.Task;
        await Expect(page.GetByLabel("Question in SQL")).Not.ToBeEditableAsync();
        await route.ContinueAsync();

        await AskAsync(page, "COPY spans TO 'never.csv'");
        await Expect(Refusal(page)).ToContainTextAsync("COPY is refused:");
    }

    private static async Task AskAsync(IPage page, string sql)
    {
        await page.GetByLabel("Question in SQL").FillAsync(sql);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
    }

    private static ILocator Refusal(IPage page) => page.Locator(".ask").GetByRole(AriaRole.Alert);

    [GeneratedRegex("[1-9][0-9]* ?rows?")]
    private static partial Regex SomeRows();

    [GeneratedRegex("^SELECT ")]
    private static partial Regex Select();

    [GeneratedRegex(@"^  coutn\(\*\)\r?\n  \^\s*$")]
    private static partial Regex CaretUnderTheWord();
}
