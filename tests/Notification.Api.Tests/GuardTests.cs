using System.Net;
using Notification.Api.Tests.Fixtures;

namespace Notification.Api.Tests;

/// <summary>Orders are the user's to send, not those of a page that he visits.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private NotificationHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await NotificationHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "evil.example")]
    public async Task Notify_OfAForeignPage_IsRefusedAndNothingIsPublished(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/notify") { Content = new StringContent("{}") };
        request.Headers.TryAddWithoutValidation(header, value);

        using var answer = await _host.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        _host.EventBridge.Calls.ShouldBeEmpty();
    }
}
