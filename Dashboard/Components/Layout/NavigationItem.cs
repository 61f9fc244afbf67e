using Microsoft.FluentUI.AspNetCore.Components;

namespace Dashboard.Components.Layout;

/// <summary>One page in the navigation bar.</summary>
/// <param name="Path">Where it is, from the root, such as <c>/traces</c>.</param>
/// <param name="Title">What the bar calls it.</param>
/// <param name="Shortcut">The key that goes there, in lower case.</param>
/// <param name="Icon">20 pixels wide.</param>
/// <param name="ActiveIcon">The same, filled: shown when one is there.</param>
internal sealed record NavigationItem(string Path, string Title, char Shortcut, Icon Icon, Icon ActiveIcon);
