using Dashboard.Components.Formats;
using Dashboard.Components.Notices;
using Dashboard.Security;
using Microsoft.FluentUI.AspNetCore.Components;

namespace Dashboard.Components;

/// <summary>Adds the pages to the process.</summary>
internal static class PagesExtensions
{
    /// <summary>What a browser may send at once, bytes.</summary>
    private const long MaximumMessageBytes = 512 * 1024;

    /// <summary>Adds what they need.</summary>
    public static void AddPages(this WebApplicationBuilder builder)
    {
        // In a build's output the files lie in their packages' folders, and only Development looks there by itself.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents()
            // A question or a correlation id that is too long is refused in words; at the default of 32 KB the connection would be closed instead.
            .AddHubOptions(static hub => hub.MaximumReceiveMessageSize = MaximumMessageBytes);
        builder.Services.AddFluentUIComponents();
        builder.Services.AddSingleton<ResourceColours>().AddScoped<BrowserClock>().AddScoped<NoticeBoard>();
    }

    /// <summary>Maps them and their files.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>()
            // The front gate sets the whole policy, frames included.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization(SecurityExtensions.ReaderPolicy);
    }
}
