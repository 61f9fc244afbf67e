using Microsoft.Extensions.Options;

namespace AppHost.Cloud;

/// <summary>Asks whether LocalStack is there, before anything is started that needs it.</summary>
internal static class LocalStackProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Returns if LocalStack answers at <paramref name="endpoint"/>.</summary>
    /// <exception cref="OptionsValidationException">It does not; the message says how to start it.</exception>
    public static void Require(Uri endpoint)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = http.Send(new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, "/_localstack/health")));
            if (answer.IsSuccessStatusCode)
            {
                return;
            }
        }
        catch (Exception absent) when (absent is HttpRequestException or TaskCanceledException)
        {
            // Said below.
        }

        throw new OptionsValidationException(
            "Aws",
            typeof(LocalStackProbe),
            [$"Aws:LocalStackEndpoint = {endpoint}: LocalStack does not answer there; start it with: docker compose -f docker-compose.localstack.yml up -d --wait"]);
    }
}
