using System.Globalization;

namespace LocalAws.Pages;

/// <summary>What all pages have in common.</summary>
internal static class Layout
{
    public const string Root = "/_localaws/";

    private static readonly (string Path, string Name)[] Places =
        [("", "Queues"), ("events", "Events"), ("parameters", "Parameters"), ("secrets", "Secrets"), ("stacks", "Stacks")];

    /// <summary>All that there is below <see cref="Root"/>.</summary>
    public static Html Contents { get; } = Html.Of($"""
        <ul>
        {Html.Each(Places, static place => Html.Of($"""<li><a href="{Root}{place.Path}">{place.Name}</a> <code>{Root}{place.Path}</code></li>"""))}
        <li><code>POST {Root}reset</code> empties everything</li>
        </ul>
        """);

    /// <param name="place">The path of the place that the page belongs to; null: to none.</param>
    public static Html Page(string? place, string title, Html content) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} – LocalAws</title>
        <link rel="stylesheet" href="{Root}page.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        <header><strong>LocalAws</strong><nav>{Html.Each(Places, each => Link(each, place))}</nav></header>
        <main><h1>{title}</h1>{content}</main>
        </body>
        </html>
        """);

    /// <summary>A table, or a line that says that there is nothing.</summary>
    /// <param name="columns">The heads; one that begins with a # is of numbers.</param>
    /// <param name="none">What is said instead of an empty table.</param>
    public static Html Table<T>(string[] columns, IReadOnlyCollection<T> rows, Func<T, Html> row, string none) => rows.Count == 0
        ? Html.Of($"""<p class="empty">{none}</p>""")
        : Html.Of($"""
            <div class="wide"><table>
            <thead><tr>{Html.Each(columns, Head)}</tr></thead>
            <tbody>{Html.Each(rows, row)}</tbody>
            </table></div>
            """);

    public static Html Time(DateTimeOffset time)
    {
        var text = time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Html.Of($"<time>{text}</time>");
    }

    private static Html Head(string column) => column.StartsWith('#')
        ? Html.Of($"""<th class="number" scope="col">{column[1..]}</th>""")
        : Html.Of($"""<th scope="col">{column}</th>""");

    private static Html Link((string Path, string Name) place, string? current) => place.Path == current
        ? Html.Of($"""<a href="{Root}{place.Path}" aria-current="page">{place.Name}</a>""")
        : Html.Of($"""<a href="{Root}{place.Path}">{place.Name}</a>""");
}
