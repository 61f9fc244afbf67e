using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Dashboard.Security;

/// <summary>Turns a token into a cookie.</summary>
internal sealed partial class BrowserLogin(BrowserAccess access, LoginAttempts attempts, ILogger<BrowserLogin> logger)
{
    /// <summary>The claim that ties a cookie to the token.</summary>
    private const string MarkClaim = "token";

    /// <summary>Whether a cookie is of the token that is valid now.</summary>
    public static bool IsCurrent(ClaimsPrincipal? reader, BrowserAccess access) => reader?.FindFirst(MarkClaim)?.Value == access.Mark;

    /// <summary>Tries a token; when it is right, the answer sets the cookie.</summary>
    public async Task<LoginOutcome> TryAsync(HttpContext context, string? token)
    {
        if (!access.Accepts(token) || (access.IsGuessable && attempts.Wait(context.Connection.RemoteIpAddress) > TimeSpan.Zero))
        {
            return Refuse(context);
        }

        Claim[] claims = [new(ClaimTypes.Name, "reader"), new(MarkClaim, access.Mark)];
        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)),
            new AuthenticationProperties { IsPersistent = true });
        return LoginOutcome.Succeeded;
    }

    private LoginOutcome Refuse(HttpContext context)
    {
        var remote = context.Connection.RemoteIpAddress;
        var wait = attempts.Wait(remote);
        if (wait > TimeSpan.Zero)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            LogTooMany(logger, remote);
            return LoginOutcome.TooManyAttempts;
        }

        if (access.IsGuessable || IsOfOurReader(context.Request))
        {
            attempts.Fail(remote);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        LogWrongToken(logger, remote);
        return LoginOutcome.WrongToken;
    }

    /// <summary>A page of another site, or of a neighbouring port, can send a browser here as often as it likes: that says nothing about who sits at it. A program can say that it is one as well, so that a token that could be found by trying gives nothing on it.</summary>
    private static bool IsOfOurReader(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin";

    [LoggerMessage(EventId = 4201, Level = LogLevel.Warning, Message = "A login with a wrong token was refused (from {Address})")]
    private static partial void LogWrongToken(ILogger logger, System.Net.IPAddress? address);

    [LoggerMessage(EventId = 4202, Level = LogLevel.Warning, Message = "A login was refused, as too many before it within a minute had a wrong token (from {Address})")]
    private static partial void LogTooMany(ILogger logger, System.Net.IPAddress? address);
}
