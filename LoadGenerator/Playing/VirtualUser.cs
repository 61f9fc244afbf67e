using System.Net.Http.Headers;
using System.Net.Sockets;
using Scenarios.Scripts;

namespace LoadGenerator.Playing;

/// <summary>Goes through a script's flow. One object serves all users of a run: what they send is prepared once.</summary>
internal sealed class VirtualUser(Script script, Uri target, HttpClient client, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly RequestTimeout _timeout = RequestTimeout.Of(script.Timeout, clock);
    private readonly (FlowStep Step, Uri? Address)[] _flow =
        [.. script.Flow.Select(step => (step, step is RequestStep request ? AddressOf(target, request) : null))];

    /// <summary>Goes through the flow. An answer of any status lets it go on, a request without one ends it, as with Artillery.</summary>
    /// <param name="ended">Called with each request's outcome, and the reason if there was no answer.</param>
    /// <param name="cutOff">Gives up on what is under way.</param>
    public async Task RunAsync(Action<RequestOutcome, string?> ended, CancellationToken cutOff)
    {
        foreach (var (step, address) in _flow)
        {
            if (step is ThinkStep think)
            {
                try
                {
                    await Task.Delay(think.Duration, clock, cutOff);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
            }
            else if (step is RequestStep request)
            {
                var (outcome, reason) = await SendAsync(request, address!, cutOff);
                ended(outcome, reason);
                if (outcome is RequestOutcome.Failed or RequestOutcome.NotConnected)
                {
                    return;
                }
            }
        }
    }

    private async Task<(RequestOutcome Outcome, string? Reason)> SendAsync(RequestStep step, Uri address, CancellationToken cutOff)
    {
        using var patience = new CancellationTokenSource(_timeout.Simulated, clock);
        await using var cut = cutOff.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), patience);
        using var request = Prepare(step, address);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, patience.Token);
            return (response.IsSuccessStatusCode ? RequestOutcome.Accepted : RequestOutcome.Rejected, null);
        }
        catch (OperationCanceledException)
        {
            return (RequestOutcome.Failed, cutOff.IsCancellationRequested ? "cut off" : $"no answer in {_timeout}");
        }
        catch (HttpRequestException failed)
        {
            var connects = failed.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError);
            return (connects ? RequestOutcome.Failed : RequestOutcome.NotConnected, ReasonOf(failed, address));
        }
    }

    private static string ReasonOf(HttpRequestException failed, Uri address) => failed.InnerException switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"connection refused by {address.Authority}: nobody listens there",
        SocketException { SocketErrorCode: SocketError.HostNotFound } => $"no host is known as {address.Host}",
        { } inner => inner.Message,
        null => failed.Message,
    };

    private static HttpRequestMessage Prepare(RequestStep step, Uri address)
    {
        var request = new HttpRequestMessage(new HttpMethod(step.Method), address);
        if (step.Json is { } json)
        {
            request.Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = Json } };
        }

        foreach (var (name, value) in step.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value) && request.Content is { } content)
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private static Uri AddressOf(Uri target, RequestStep request) =>
        request.Url.StartsWith('/') ? new Uri(target.ToString().TrimEnd('/') + request.Url) : new Uri(request.Url);
}
