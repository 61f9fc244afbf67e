using System.Collections.Concurrent;
using System.Net;

namespace Delivery.Worker.Tests.Fakes;

/// <summary>A downstream that answers as it is told, and notes each call with the simulated time.</summary>
internal sealed class FakeDownstream(TimeProvider clock) : HttpMessageHandler
{
    public ConcurrentQueue<Call> Calls { get; } = new();

    public Func<int, HttpStatusCode> Answer { get; set; } = _ => HttpStatusCode.OK;

    /// <summary>How long each answer takes, simulated; cancelled with the call.</summary>
    public TimeSpan Latency { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        Calls.Enqueue(new Call(clock.GetUtcNow(), request.Headers.GetValues("x-api-key").Single(), request.Headers.GetValues("x-correlation-id").Single(), body));
        var answer = Answer(Calls.Count);
        if (Latency > TimeSpan.Zero)
        {
            await Task.Delay(Latency, clock, cancellationToken);
        }

        return answer == 0 ? throw new HttpRequestException(HttpRequestError.ConnectionError) : new HttpResponseMessage(answer);
    }

    internal sealed record Call(DateTimeOffset At, string ApiKey, string CorrelationId, string Body);
}
