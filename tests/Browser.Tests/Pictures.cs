using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>Pictures of what the tests see, for the documentation.</summary>
internal static class Pictures
{
    /// <summary>Names a folder to keep them in; without it none are taken.</summary>
    private const string FolderKey = "TAKE_PICTURES";

    /// <summary>What moves when a page comes, such as a chart's lines, is over then.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>Keeps what a page shows, if pictures are wanted.</summary>
    public static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(FolderKey) is not { Length: > 0 } folder)
        {
            return;
        }

        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Task.Delay(Rest, TimeProvider.System, TestContext.Current.CancellationToken);
        var picture = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), PalettePng.Reduce(picture), TestContext.Current.CancellationToken);
    }

    /// <summary>In the one theme and in the other.</summary>
    public static async Task KeepBothAsync(IPage page, string name)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await KeepAsync(page, name + "-light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await KeepAsync(page, name + "-dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
