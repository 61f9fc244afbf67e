using Microsoft.AspNetCore.Components;

namespace Dashboard.Components.Formats;

/// <summary>Filters live in the address, so that a view can be shared and the browser's Back works.</summary>
internal static class AddressQuery
{
    /// <summary>
    /// Changes parts of the address's query and stays on the page; null or empty takes one away. <paramref name="replace"/>:
    /// no step of its own in the browser's history, for what changes with each key.
    /// </summary>
    public static void SetQuery(this NavigationManager address, bool replace, params ReadOnlySpan<(string Name, object? Value)> parts)
    {
        var changed = address.WithQuery(parts);
        if (changed != address.Uri)
        {
            address.NavigateTo(changed, replace: replace);
        }
    }

    /// <summary>The address of this page with parts of its query changed.</summary>
    public static string WithQuery(this NavigationManager address, params ReadOnlySpan<(string Name, object? Value)> parts)
    {
        Dictionary<string, object?> values = [];
        foreach (var (name, value) in parts)
        {
            values[name] = value is string { Length: 0 } ? null : value;
        }

        return address.GetUriWithQueryParameters(values);
    }
}
