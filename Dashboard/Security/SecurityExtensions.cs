using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Security;

/// <summary>Adds the login.</summary>
internal static class SecurityExtensions
{
    /// <summary>The policy of everything that shows something.</summary>
    public const string ReaderPolicy = "reader";

    private static readonly TimeSpan CookieLife = TimeSpan.FromDays(3);

    /// <summary>Adds it. Pages that show something ask for <see cref="ReaderPolicy"/>.</summary>
    public static void AddFrontendSecurity(this WebApplicationBuilder builder, FrontendOptions options, DashboardEndpoints endpoints)
    {
        var access = BrowserAccess.Of(options, builder.Configuration);
        builder.Services
            .AddSingleton(access)
            .AddSingleton<LoginAttempts>()
            .AddSingleton<BrowserLogin>()
            .AddHostedService<LoginAnnouncement>()
            .AddHttpContextAccessor()
            .AddCascadingAuthenticationState()
            .AddAuthorizationBuilder()
            .AddPolicy(ReaderPolicy, policy => policy.RequireAssertion(
                context => access.IsOpen || BrowserLogin.IsCurrent(context.User, access)));
        builder.Services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                // Browsers keep cookies by host and not by port: a second dashboard must not log out the first.
                cookie.Cookie.Name = $".Observability.Dashboard.{endpoints.Api[0].Port}";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = CookieLife;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = "/login";
                cookie.AccessDeniedPath = "/login";
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Events.OnRedirectToLogin = RedirectPagesOnlyAsync;
                cookie.Events.OnRedirectToAccessDenied = RedirectPagesOnlyAsync;
            });
        AddKeys(builder);
    }

    /// <summary>
    /// Keys that outlive the process, so that a page's cookie does too: in a folder of our own, since what other programs
    /// do with theirs is not our affair.
    /// </summary>
    private static void AddKeys(WebApplicationBuilder builder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var folder = Path.Combine(home.Length > 0 ? home : Path.GetTempPath(), "Observability.Dashboard", "keys");
        builder.Services.AddDataProtection().SetApplicationName("Observability.Dashboard").PersistKeysToFileSystem(new DirectoryInfo(folder));
        // It would warn that the keys lie unencrypted: they are readable for their owner only, who can read the token too.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    /// <summary>A page goes to the login; a socket or a script's request is refused, since nobody would see the login.</summary>
    private static Task RedirectPagesOnlyAsync(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }
}
