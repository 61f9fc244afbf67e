using System.Diagnostics;
using System.Net;
using System.Text;
using Dashboard.Lab.Control;

namespace Dashboard.Tests.Lab;

public sealed class LabHttpTests : HttpMessageHandler
{
    private static readonly Uri Latest = new("http://load-generator/runs/current");

    private Activity? _asked;

    /// <summary>The page looks several times a second: each look would be a trace of its own.</summary>
    [Fact]
    public async Task Ask_ALook_IsNotSampled_AndWhatChangesSomethingMayBe()
    {
        using var http = new HttpClient(this, disposeHandler: false);
        var load = new LoadClient(new LabHttp(http));

        await load.FindAsync(TestContext.Current.CancellationToken);
        _asked.ShouldNotBeNull("without a trace of the caller's, the callee would begin one").Recorded.ShouldBeFalse();

        await load.StopAsync(TestContext.Current.CancellationToken);
        _asked.ShouldBeNull();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri.ShouldBe(Latest);
        _asked = Activity.Current;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("", Encoding.UTF8) });
    }
}
