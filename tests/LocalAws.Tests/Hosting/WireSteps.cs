using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace LocalAws.Tests.Hosting;

/// <summary>Calls as bare HTTP.</summary>
internal static class WireSteps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A call in AWS JSON: the status, the answer and the header <c>x-amzn-query-error</c>.</summary>
    public static async Task<(int Status, JsonNode Body, string? QueryError)> JsonAsync(
        this LocalAwsServer server, string target, string body, string contentType = "application/x-amz-json-1.0")
    {
        using var content = new StringContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        request.Headers.Add("X-Amz-Target", target);
        using var response = await server.Http.SendAsync(request, Cancellation);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(contentType);
        return (
            (int)response.StatusCode,
            JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!,
            response.Headers.TryGetValues("x-amzn-query-error", out var values) ? values.Single() : null);
    }

    /// <summary>A call in the Query protocol.</summary>
    public static async Task<(int Status, XElement Body)> QueryAsync(
        this LocalAwsServer server, string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await server.Http.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/xml");
        return ((int)response.StatusCode, XElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)));
    }

    /// <summary>The text of the only element of that name.</summary>
    public static string Text(this XElement answer, string name) =>
        answer.Descendants(answer.Name.Namespace + name).ShouldHaveSingleItem().Value;
}
