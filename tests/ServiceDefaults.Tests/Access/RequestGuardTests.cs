using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Access;

namespace ServiceDefaults.Tests.Access;

public sealed class RequestGuardTests : IAsyncLifetime
{
    private readonly WebApplication _app = Build();
    private HttpClient _client = null!;

    private string Own => _app.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(Own), Timeout = TimeSpan.FromSeconds(30) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("POST", "/", "")]
    [InlineData("POST", "/", "User-Agent: Mozilla/5.0 PowerShell/7.5")]
    [InlineData("POST", "/", "Origin: {own}")]
    [InlineData("POST", "/", "Origin: {own}|Sec-Fetch-Site: same-origin")]
    [InlineData("GET", "/", "Sec-Fetch-Site: same-origin|Sec-Fetch-Mode: cors")]
    [InlineData("GET", "/", "Sec-Fetch-Site: none|Sec-Fetch-Mode: navigate|User-Agent: Mozilla/5.0")]
    [InlineData("GET", "/", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document")]
    [InlineData("GET", "/acts", "")]
    [InlineData("GET", "/acts", "Sec-Fetch-Site: none|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document|User-Agent: Mozilla/5.0")]
    [InlineData("POST", "/exempt", "Origin: http://evil.example|Host: evil.example|Sec-Fetch-Site: cross-site")]
    public async Task Request_OfAProgramOrOfOurOwnPage_Passes(string method, string path, string headers) =>
        (await SendAsync(method, path, headers)).Status.ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("GET", "/", "Origin: http://evil.example")]
    [InlineData("POST", "/", "Origin: null")]
    [InlineData("POST", "/", "Origin: http://127.0.0.1:1")]
    [InlineData("POST", "/", "Origin: {own}|Origin: http://evil.example")]
    [InlineData("POST", "/", "Origin: {own}|Sec-Fetch-Site: cross-site")]
    [InlineData("OPTIONS", "/", "Origin: http://evil.example|Access-Control-Request-Method: PUT")]
    [InlineData("GET", "/", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: no-cors|Sec-Fetch-Dest: image")]
    [InlineData("GET", "/", "Sec-Fetch-Site: same-site|Sec-Fetch-Mode: cors|Sec-Fetch-Dest: empty")]
    [InlineData("GET", "/", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: iframe")]
    [InlineData("POST", "/", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document")]
    [InlineData("GET", "/acts", "Sec-Fetch-Site: cross-site|Sec-Fetch-Mode: navigate|Sec-Fetch-Dest: document")]
    [InlineData("GET", "/acts", "User-Agent: Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")]
    [InlineData("GET", "/", "Host: evil.example")]
    [InlineData("POST", "/", "Host: evil.example|Origin: http://evil.example|Sec-Fetch-Site: same-origin")]
    public async Task Request_OfAForeignPageOrForAForeignHost_IsRefusedAsAProblem(string method, string path, string headers)
    {
        var (status, type, body) = await SendAsync(method, path, headers);

        status.ShouldBe(HttpStatusCode.Forbidden);
        type.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(body).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe(403);
        problem.GetProperty("detail").GetString().ShouldStartWith("The ");
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        var app = builder.Build();
        app.UseRequestGuard(new RequestGuardRules
        {
            Exempts = static request => request.Path == "/exempt",
            GetActs = static request => request.Path == "/acts",
        });
        app.MapFallback("{**path}", static () => "passed");
        return app;
    }

    private async Task<(HttpStatusCode Status, string? ContentType, string Body)> SendAsync(string method, string path, string headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var header in headers.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = header.Split(": ", 2) is [var left, var right] ? (left, right) : throw new ArgumentException(header);
            request.Headers.TryAddWithoutValidation(name, value.Replace("{own}", Own, StringComparison.Ordinal));
        }

        using var answer = await _client.SendAsync(request);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
    }
}
