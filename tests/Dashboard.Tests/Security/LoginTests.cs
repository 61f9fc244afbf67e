using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Dashboard.Security;

namespace Dashboard.Tests.Security;

/// <summary>The pages' door, knocked at over HTTP.</summary>
public sealed partial class LoginTests
{
    private const string Token = "the-token-of-this-test";

    [Fact]
    public async Task Page_WithoutACookie_GoesToTheLoginAndShowsNothing()
    {
        await using var host = await DashboardHost.StartAsync([$"--Dashboard:Frontend:BrowserToken={Token}"]);
        using var browser = Browser(host);

        using var page = await browser.GetAsync("/resources?view=graph");

        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page.Headers.Location!.PathAndQuery.ShouldBe("/login?returnUrl=%2Fresources%3Fview%3Dgraph");
    }

    [Fact]
    public async Task Login_ByTheLink_SetsACookieThatOpensThePages()
    {
        await using var host = await DashboardHost.StartAsync([$"--Dashboard:Frontend:BrowserToken={Token}"]);
        using var browser = Browser(host);

        using var login = await browser.GetAsync($"/login?t={Token}");
        using var page = await browser.GetAsync("/resources");

        login.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var cookie = login.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith(".Observability.Dashboard.", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldNotContain(Token);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Login_ByTheForm_GoesWhereTheReaderWasGoing()
    {
        await using var host = await DashboardHost.StartAsync([$"--Dashboard:Frontend:BrowserToken={Token}"]);
        using var browser = Browser(host);

        using var answer = await PostAsync(browser, "/login?returnUrl=%2Fconsole%3Fresource%3Da", Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldEndWith("/console?resource=a");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    public async Task Login_TowardsAnotherSite_StaysHere(string returnUrl)
    {
        await using var host = await DashboardHost.StartAsync([$"--Dashboard:Frontend:BrowserToken={Token}"]);
        using var browser = Browser(host);

        using var login = await browser.GetAsync($"/login?t={Token}&returnUrl={Uri.EscapeDataString(returnUrl)}");

        login.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        new Uri(browser.BaseAddress!, login.Headers.Location!).ToString().ShouldBe(browser.BaseAddress!.ToString());
    }

    [Fact]
    public async Task Login_WrongTokens_AreRefusedAndSlowedDown_ButTheRightOneAlwaysOpens()
    {
        await using var host = await DashboardHost.StartAsync([$"--Dashboard:Frontend:BrowserToken={Token}"]);
        using var browser = Browser(host);

        for (var attempt = 0; attempt < LoginAttempts.MaximumFailures; attempt++)
        {
            using var wrong = await browser.GetAsync("/login?t=wrong");
            wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            var page = await wrong.Content.ReadAsStringAsync();
            page.ShouldContain("not the token");
            page.ShouldContain($"{host.Api.BaseAddress}login?t=");
        }

        using var late = await browser.GetAsync("/login?t=wrong");
        late.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        late.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), LoginAttempts.Window);
        using var right = await browser.GetAsync($"/login?t={Token}");
        right.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        right.Headers.Contains("Set-Cookie").ShouldBeTrue();
    }

    [Theory]
    [InlineData("none")]
    [InlineData("cross-site")]
    public async Task Login_ShortTokenAfterTooManyWrongOnes_HasToWaitAsWell(string site)
    {
        await using var host = await DashboardHost.StartAsync(["--Dashboard:Frontend:BrowserToken=short"]);
        using var browser = Browser(host);
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);

        for (var attempt = 0; attempt < LoginAttempts.MaximumFailures; attempt++)
        {
            using var wrong = await browser.GetAsync("/login?t=wrong");
            wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var right = await browser.GetAsync("/login?t=short");
        right.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        right.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Login_WrongTokensFromAnotherSitesPage_DoNotCount(string site)
    {
        await using var host = await DashboardHost.StartAsync([$"--Dashboard:Frontend:BrowserToken={Token}"]);
        using var browser = Browser(host);

        for (var attempt = 0; attempt <= LoginAttempts.MaximumFailures; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/login?t=wrong");
            request.Headers.Add("Sec-Fetch-Site", site);
            using var answer = await browser.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var own = await browser.GetAsync("/login?t=wrong");
        own.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Login_FormWithoutItsAntiforgeryToken_IsRefused()
    {
        await using var host = await DashboardHost.StartAsync([$"--Dashboard:Frontend:BrowserToken={Token}"]);
        using var browser = Browser(host);

        using var answer = await browser.PostAsync("/login", new FormUrlEncodedContent([new("_handler", "login"), new("Token", Token)]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Socket_WithoutACookie_IsRefused()
    {
        await using var host = await DashboardHost.StartAsync([$"--Dashboard:Frontend:BrowserToken={Token}"]);
        using var browser = Browser(host);

        using var answer = await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("--Dashboard:Frontend:AuthMode=Unsecured")]
    [InlineData("--ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS=true")]
    public async Task Page_Unsecured_OpensForEveryone(string argument)
    {
        await using var host = await DashboardHost.StartAsync([argument]);
        using var browser = Browser(host);

        using var page = await browser.GetAsync("/resources");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Page_Always_CarriesAPolicyWithoutInlineScript()
    {
        await using var host = await DashboardHost.StartAsync(["--Dashboard:Frontend:AuthMode=Unsecured"]);
        using var browser = Browser(host);

        using var page = await browser.GetAsync("/resources");
        var html = await page.Content.ReadAsStringAsync();

        var policy = page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        page.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        ScriptWithText().IsMatch(html).ShouldBeFalse("Scripts are files.");
    }

    [Theory]
    [InlineData("/css/tokens.css")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js")]
    [InlineData("/Dashboard.styles.css")]
    public async Task Files_WithoutACookie_AreThereAndNotEmpty(string path)
    {
        await using var host = await DashboardHost.StartAsync();
        using var browser = Browser(host);

        (await browser.GetByteArrayAsync(path)).Length.ShouldBeGreaterThan(500);
    }

    [Theory]
    [InlineData("evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("localhost", "http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "null", HttpStatusCode.Forbidden)]
    [InlineData("localhost:1", "http://localhost:2", HttpStatusCode.Forbidden)]
    [InlineData("localhost:1", "http://localhost:1", HttpStatusCode.BadRequest)]
    [InlineData("localhost", null, HttpStatusCode.BadRequest)]
    public async Task Post_FromElsewhere_IsRefusedAtTheGate(string hostName, string? origin, HttpStatusCode expected)
    {
        await using var host = await DashboardHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = JsonContent.Create(1) };
        request.Headers.Host = hostName;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await host.Api.SendAsync(request);

        answer.StatusCode.ShouldBe(expected);
    }

    private static HttpClient Browser(DashboardHost host) => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Api.BaseAddress };

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, string token)
    {
        var form = await browser.GetStringAsync(path);
        var antiforgery = AntiforgeryField().Match(form).Groups[1].Value;
        return await browser.PostAsync(path, new FormUrlEncodedContent([new("_handler", "login"), new("__RequestVerificationToken", antiforgery), new("Token", token)]));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryField();

    [GeneratedRegex("<script(?![^>]*\\ssrc=)")]
    private static partial Regex ScriptWithText();
}
