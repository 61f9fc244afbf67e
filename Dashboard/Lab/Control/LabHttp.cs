using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dashboard.Lab.Control;

/// <summary>Asks the lab's services. What they refuse, and that they cannot be reached, are answers too.</summary>
internal sealed class LabHttp(HttpClient http)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Asks.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">Where; its host is a service's name.</param>
    /// <param name="body">JSON; null: none.</param>
    /// <param name="type">What is answered.</param>
    /// <param name="cancellationToken">Whoever asked has gone.</param>
    public async Task<LabAnswer<T>> AskAsync<T>(
        HttpMethod method, Uri address, string? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var unrecorded = method == HttpMethod.Get ? UnrecordedLook.Begin() : null;
            using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body, Json) };
            using var answer = await http.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                return new LabAnswer<T>(null, await ReasonAsync(address, answer, cancellationToken));
            }

            return await answer.Content.ReadFromJsonAsync(type, cancellationToken) is { } value
                ? new LabAnswer<T>(value, null)
                : new LabAnswer<T>(null, $"{address.Host} answered nothing.");
        }
        catch (HttpRequestException unreachable)
        {
            return new LabAnswer<T>(null, $"{address.Host} cannot be reached: {unreachable.Message}");
        }
        catch (JsonException)
        {
            return new LabAnswer<T>(null, $"{address.Host} answered something else than was asked for.");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new LabAnswer<T>(null, $"{address.Host} did not answer within {http.Timeout.TotalSeconds:0} s.");
        }
    }

    private static async Task<string> ReasonAsync(Uri address, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(text, LabJson.Default.ProblemDetails)?.Detail ?? Plain(address, answer);
        }
        catch (JsonException)
        {
            return Plain(address, answer);
        }
    }

    private static string Plain(Uri address, HttpResponseMessage answer) => $"{address.Host} answered {(int)answer.StatusCode} {answer.ReasonPhrase}.";
}
