using Filled = Microsoft.FluentUI.AspNetCore.Components.Icons.Filled.Size20;
using Regular = Microsoft.FluentUI.AspNetCore.Components.Icons.Regular.Size20;

namespace Dashboard.Components.Layout;

/// <summary>Every page, in the order of the bar. A page is in it when it exists, and not before.</summary>
internal static class Navigation
{
    /// <summary>The pages.</summary>
    public static IReadOnlyList<NavigationItem> Items { get; } =
    [
        new("/", "Lab", 'h', new Regular.Beaker(), new Filled.Beaker()),
        new("/resources", "Resources", 'r', new Regular.AppFolder(), new Filled.AppFolder()),
        new("/console", "Console", 'c', new Regular.SlideText(), new Filled.SlideText()),
        new("/logs", "Structured", 's', new Regular.TextBulletListSquare(), new Filled.TextBulletListSquare()),
        new("/traces", "Traces", 't', new Regular.GanttChart(), new Filled.GanttChart()),
        new("/metrics", "Metrics", 'm', new Regular.ChartMultiple(), new Filled.ChartMultiple()),
        new("/ask", "Ask", 'a', new Regular.DatabaseSearch(), new Filled.DatabaseSearch()),
        new("/story", "Story", 'o', new Regular.BookOpen(), new Filled.BookOpen()),
        new("/runs", "Runs", 'u', new Regular.History(), new Filled.History()),
    ];

    /// <summary>The page of a key, or null.</summary>
    public static NavigationItem? Find(char shortcut) => Items.FirstOrDefault(item => item.Shortcut == char.ToLowerInvariant(shortcut));
}
